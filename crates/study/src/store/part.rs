//! A part: the runs of one block in one Parquet file, a wide row for each month or group, checked when it is read.

use super::Head;
use super::digest::{Digest, Hasher};
use super::parquet_columns::{Cells, ParquetColumns};
use super::parquet_table::{self, Cell, Kind, ParquetTable};
use super::record::{Row, RowOf, RunRecord};
use bytes::Bytes;
use hameau_model::kernel::parallel::guarded;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;

/// Rows of a row group: a part is seldom longer.
const GROUP: usize = 65_536;
/// Columns before those of the indicators.
const OWN: [(&str, Kind); 6] = [
    ("run", Kind::Count),
    ("replicate", Kind::Count),
    ("period", Kind::Text),
    ("group_kind", Kind::Text),
    ("group", Kind::Text),
    ("failure", Kind::Text),
];
const BLOCK: &str = "hameau.block";
const DIGEST: &str = "hameau.digest";
const SERIES: &str = "hameau.series";
const FAILED: &str = "hameau.failed";
const UNKNOWN: &str = "hameau.unknown";
const WRITER: &str = "hameau.writer";
/// Between the ids of a note; no id has it.
const SEPARATOR: &str = ",";

/// What a part must hold: the runs of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockRuns {
    /// The replicate of each run; several runs of one block may have the same, of different scenarios.
    pub replicates: Vec<u32>,
    /// The id of each run.
    pub ids: Vec<Digest>,
}

impl BlockRuns {
    /// The name of the block: a digest of the ids of its runs.
    #[must_use]
    pub fn name(&self) -> Digest {
        let mut hasher = Hasher::default();
        self.ids.iter().for_each(|id| hasher.digest(id));
        hasher.finish()
    }

    /// The digest of each run.
    #[must_use]
    pub fn digests(&self, records: &[RunRecord]) -> Vec<Digest> {
        self.ids.iter().zip(records).map(|(id, record)| record.digest(id)).collect()
    }
}

/// What a part holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The runs of its block.
    pub records: Vec<RunRecord>,
    /// The ids of the columns that the program did not know that wrote it: they are empty, and say nothing of its runs.
    pub unknown: Vec<String>,
    /// Whether its bytes are those that this version of the program writes for it; another version may write others.
    pub to_the_byte: bool,
}

/// A digest over the digests of all runs of a block, and over what their writer did not know.
fn over(digests: &[Digest], unknown: &str) -> Digest {
    let mut hasher = Hasher::default();
    hasher.text(unknown);
    for digest in digests {
        hasher.digest(digest);
    }
    hasher.finish()
}

/// The bytes of a part of a folder with this head: the same for the same runs and the same writer.
///
/// # Panics
/// Never: memory takes what is written to it.
#[must_use]
pub fn encode(block: &BlockRuns, head: &Head, part: &Part) -> Vec<u8> {
    try_encode(block, head, part).expect("memory takes what is written to it")
}

fn try_encode(block: &BlockRuns, head: &Head, part: &Part) -> Result<Vec<u8>, ParquetError> {
    let Part { records, unknown, .. } = part;
    let unknown = unknown.join(SEPARATOR);
    let notes = [
        (BLOCK, block.name().to_string()),
        (DIGEST, over(&block.digests(records), &unknown).to_string()),
        (SERIES, head.series.id().to_owned()),
        (FAILED, records.iter().filter(|record| record.outcome.is_err()).count().to_string()),
        (UNKNOWN, unknown),
        (WRITER, parquet_table::created_by()),
    ];
    let columns = head.indicators.list().iter().map(|column| (&column.id[..], Kind::Value));
    let columns: Vec<_> = OWN.into_iter().chain(columns).collect();
    let mut table = ParquetTable::new(Vec::new(), &columns, GROUP, &notes)?;
    let none = vec![None; head.indicators.count()];
    for (run, record) in records.iter().enumerate() {
        let mut row = |words: [&str; 4], values: &[Option<f64>]| {
            let words = words.map(ByteArray::from);
            let counts = [Cell::Count(run as u32), Cell::Count(record.replicate)];
            let own = counts.into_iter().chain(words.iter().map(Cell::Text));
            table.row(own.chain(values.iter().map(|value| Cell::Value(*value))))
        };
        match &record.outcome {
            Ok(rows) => {
                for one in rows {
                    let [period, kind, group] = one.of.words();
                    row([&period, &kind, &group, ""], &one.values)?;
                }
            }
            Err(why) => row(["", "", "", why], &none)?,
        }
    }
    table.finish()
}

/// Runs of a part that failed, by its footer alone; `None` when that cannot be read.
#[must_use]
pub fn failures(content: Bytes) -> Option<u32> {
    let file = guarded(|| ParquetColumns::open(content).ok()).ok()??;
    file.note(FAILED)?.parse().ok()
}

/// What is in a part of a folder with this head, checked against what it must hold.
///
/// # Errors
/// In words, when the bytes are not those of the block's part: torn, changed, or of something else. Of a part that this
/// version of the program wrote every byte is held against what it writes for the same values.
pub fn decode(content: Bytes, block: &BlockRuns, head: &Head) -> Result<Part, String> {
    // The reader trusts lengths that a changed byte may have made absurd.
    let whole = content.clone();
    let read = guarded(|| read(content, head)).map_err(|_| "it is no whole Parquet file".to_owned())?;
    let ([of, digest, kept, unknown], to_the_byte, records) = read?;
    if of != block.name().to_string() {
        return Err("it belongs to another block".to_owned());
    }
    if kept != head.series.id() {
        return Err(format!("its series are {kept}, not {}", head.series.id()));
    }
    if !records.iter().map(|record| record.replicate).eq(block.replicates.iter().copied()) {
        return Err("it does not hold the runs of its block".to_owned());
    }
    if over(&block.digests(&records), &unknown).to_string() != digest {
        return Err("its values are not those that were written".to_owned());
    }
    let unknown = unknown.split(SEPARATOR).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let part = Part { records, unknown, to_the_byte };
    if to_the_byte && encode(block, head, &part) != whole {
        return Err("a byte of it beside its values is not as it was written".to_owned());
    }
    Ok(part)
}

/// The notes of a part, whether this version of the program wrote it, and its runs.
fn read(content: Bytes, head: &Head) -> Result<([String; 4], bool, Vec<RunRecord>), String> {
    let whole = |why: String| format!("it is no whole Parquet file ({why})");
    let file = ParquetColumns::open(content).map_err(whole)?;
    let columns = head.indicators.list().iter().map(|column| &column.id[..]);
    for name in OWN.iter().map(|(name, _)| *name).chain(columns.clone()) {
        file.named(name)?;
    }
    let note = |key| file.note(key).map(str::to_owned).ok_or("it is not a part of a study");
    let notes = [note(BLOCK)?, note(DIGEST)?, note(SERIES)?, note(UNKNOWN)?];
    let writer = note(WRITER)?;
    if file.created_by() != Some(&writer[..]) {
        return Err("two versions of the program are said to have written it".to_owned());
    }
    let [(run, _), (replicate, _), words @ ..] = OWN;
    let runs = counts(file.column(run).map_err(whole)?)?;
    let replicates = counts(file.column(replicate).map_err(whole)?)?;
    let [period, kind, group, failure] = words.map(|(name, _)| texts(file.column(name).map_err(whole)?));
    let (period, kind, group, failure) = (period?, kind?, group?, failure?);
    let values: Vec<_> =
        columns.map(|name| values(file.column(name).map_err(whole)?)).collect::<Result<_, _>>()?;
    let word = |cells: &[ByteArray], at: usize| {
        cells[at].as_utf8().map(str::to_owned).map_err(|_| "a word of it is no text".to_owned())
    };
    let mut records: Vec<RunRecord> = Vec::new();
    for (at, (run, replicate)) in runs.iter().zip(&replicates).enumerate() {
        let begun = *run as usize + 1 == records.len();
        if !begun && *run as usize != records.len() {
            return Err("its runs are not in their order".to_owned());
        }
        let why = word(&failure, at)?;
        if !why.is_empty() {
            records.push(RunRecord::failed(*replicate, why));
            continue;
        }
        let words = [word(&period, at)?, word(&kind, at)?, word(&group, at)?];
        let of =
            RowOf::parse(words.each_ref().map(String::as_str)).ok_or("a row of it is of nothing known")?;
        let row = Row { of, values: values.iter().map(|column| column[at]).collect() };
        match records.last_mut() {
            Some(RunRecord { outcome: Ok(rows), .. }) if begun => rows.push(row),
            _ => records.push(RunRecord { replicate: *replicate, outcome: Ok(vec![row]) }),
        }
    }
    Ok((notes, writer == parquet_table::created_by(), records))
}

fn counts(cells: Cells) -> Result<Vec<u32>, String> {
    if let Cells::Count(counts) = cells { Ok(counts) } else { Err(KINDS.to_owned()) }
}

fn texts(cells: Cells) -> Result<Vec<ByteArray>, String> {
    if let Cells::Text(texts) = cells { Ok(texts) } else { Err(KINDS.to_owned()) }
}

fn values(cells: Cells) -> Result<Vec<Option<f64>>, String> {
    if let Cells::Value(values) = cells { Ok(values) } else { Err(KINDS.to_owned()) }
}

const KINDS: &str = "a column of it is of another kind";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Column, Columns, Series};
    use hameau_model::kernel::units::Month;
    use hameau_model::observe::indicators::{Group, Indicator};

    fn records() -> Vec<RunRecord> {
        let values = |seed: u32| {
            (0..Indicator::COUNT as u32).map(|at| (at % 3 != 0).then(|| f64::from(at * seed) / 7.0)).collect()
        };
        let month = |month| RowOf::Month(Month::new(2024, month));
        let group = RowOf::Group { year: 2024, by: Group::Origin, group: "newcomer".to_owned() };
        let rows =
            |seed| [month(1), month(2), group.clone()].map(|of| Row { of, values: values(seed) }).to_vec();
        vec![
            RunRecord { replicate: 4, outcome: Ok(rows(1)) },
            RunRecord::failed(5, "index out of bounds".to_owned()),
            RunRecord { replicate: 6, outcome: Ok(rows(3)) },
        ]
    }

    fn head(series: Series) -> Head {
        Head::new(1, series)
    }

    /// A head of which the list of indicators is another.
    fn changed(change: impl FnOnce(&mut Vec<Column>)) -> Head {
        let mut list: Vec<Column> = Columns::of_program().into();
        change(&mut list);
        Head { indicators: list.try_into().expect("each once"), ..head(Series::Monthly) }
    }

    fn block() -> BlockRuns {
        let ids = ["a", "b", "c"].map(|text| Digest::of(text.as_bytes())).to_vec();
        BlockRuns { replicates: vec![4, 5, 6], ids }
    }

    fn whole(records: Vec<RunRecord>) -> Part {
        Part { records, unknown: Vec::new(), to_the_byte: true }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = encode(&block(), &head(Series::Monthly), &whole(records()));
        assert_eq!(bytes, encode(&block(), &head(Series::Monthly), &whole(records())));
        assert_eq!(decode(bytes.into(), &block(), &head(Series::Monthly)), Ok(whole(records())));
    }

    #[test]
    fn what_is_not_the_part_is_refused_in_words() {
        let bytes = encode(&block(), &head(Series::Monthly), &whole(records()));
        let told = |bytes: &[u8], block: &BlockRuns, series| {
            decode(Bytes::copy_from_slice(bytes), block, &head(series)).expect_err("refused")
        };
        let other = BlockRuns { replicates: vec![4, 5], ids: block().ids[..2].to_vec() };
        assert_eq!(told(&bytes, &other, Series::Monthly), "it belongs to another block");
        let shifted = BlockRuns { replicates: vec![3, 4, 5], ..block() };
        assert_eq!(told(&bytes, &shifted, Series::Monthly), "it does not hold the runs of its block");
        assert_eq!(told(&bytes, &block(), Series::Yearly), "its series are monthly, not yearly");
        for torn in [0, 3, bytes.len() / 2, bytes.len() - 1] {
            let why = told(&bytes[..torn], &block(), Series::Monthly);
            assert!(why.contains("no whole Parquet file"), "{why}");
        }
    }

    #[test]
    fn columns_are_found_by_name_and_one_that_is_gone_is_named() {
        let bytes = encode(&block(), &head(Series::Monthly), &whole(records()));
        let told = |head: &Head| decode(Bytes::copy_from_slice(&bytes), &block(), head).expect_err("refused");
        let more = changed(|list| list.push(Column { id: "more_count".to_owned(), ..list[0].clone() }));
        assert_eq!(told(&more), "it has no column `more_count`");
        // A list that says less, or in another order, is not the one under which the values were written.
        let other = "its values are not those that were written";
        assert_eq!(told(&changed(|list| drop(list.pop()))), other);
        assert_eq!(told(&changed(|list| list.swap(0, 1))), other);
    }

    #[test]
    fn what_the_writer_did_not_know_is_told() {
        let more = changed(|list| list.push(Column { id: "more_count".to_owned(), ..list[0].clone() }));
        let mut longer = records();
        for row in longer.iter_mut().flat_map(|record| record.outcome.iter_mut().flatten()) {
            row.values.push(None);
        }
        let part = Part { unknown: vec!["more_count".to_owned()], ..whole(longer) };
        let bytes = encode(&block(), &more, &part);
        assert_eq!(decode(bytes.into(), &block(), &more), Ok(part));
    }

    #[test]
    fn a_failure_of_many_words_or_none_is_read_back() {
        for why in [String::new(), "é\n\"".repeat(100_000)] {
            let mut failed = records();
            failed[1] = RunRecord::failed(5, why);
            let bytes = encode(&block(), &head(Series::Monthly), &whole(failed.clone()));
            assert_eq!(failures(bytes.clone().into()), Some(1));
            assert_eq!(decode(bytes.into(), &block(), &head(Series::Monthly)), Ok(whole(failed)));
        }
    }

    /// A block of several rows: two runs of the same replicate beside each other.
    #[test]
    fn runs_of_several_scenarios_are_kept_apart() {
        let mut several = records();
        for record in &mut several {
            record.replicate = 4;
        }
        let runs = BlockRuns { replicates: vec![4; 3], ..block() };
        let bytes = encode(&runs, &head(Series::Monthly), &whole(several.clone()));
        assert_eq!(decode(bytes.into(), &runs, &head(Series::Monthly)), Ok(whole(several)));
    }

    /// Every bit of every byte is changed in turn, in the footer too.
    #[test]
    fn no_changed_byte_is_unseen() {
        let bytes = encode(&block(), &head(Series::Monthly), &whole(records()));
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << (at % 8);
            assert!(decode(changed.into(), &block(), &head(Series::Monthly)).is_err(), "byte {at}");
        }
    }
}
