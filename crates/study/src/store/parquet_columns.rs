//! One Parquet file, read column by column: the counterpart of what this store writes.

use hameau_model::kernel::parallel::guarded;
use parquet::column::reader::ColumnReader;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader as _, SerializedFileReader};

/// The cells of one column, over all rows of a file.
#[derive(Debug, PartialEq)]
pub(super) enum Cells {
    /// Text.
    Text(Vec<ByteArray>),
    /// Counts.
    Count(Vec<u32>),
    /// Numbers, `None` where undefined.
    Value(Vec<Option<f64>>),
}

/// Rows of a row group at most, in all that this store writes: a changed byte must not ask for more memory than there is.
const MOST_ROWS: usize = 131_072;

/// What is said where the reader of Parquet trusted a length that a changed byte had made absurd.
const NOT_WHOLE: &str = "it is no whole Parquet file";

/// A Parquet file open for reading.
pub(super) struct ParquetColumns<R: ChunkReader + 'static>(SerializedFileReader<R>);

impl<R: ChunkReader> ParquetColumns<R> {
    /// Opens a file; its footer is read and checked for form.
    pub fn open(source: R) -> Result<Self, String> {
        let opened = guarded(|| SerializedFileReader::new(source)).map_err(|_| NOT_WHOLE.to_owned())?;
        Ok(Self(opened.map_err(|error| error.to_string())?))
    }

    /// A note of the footer.
    pub fn note(&self, key: &str) -> Option<&str> {
        let notes = self.0.metadata().file_metadata().key_value_metadata()?;
        notes.iter().find(|note| note.key == key)?.value.as_deref()
    }

    /// Who wrote it.
    pub fn created_by(&self) -> Option<&str> {
        self.0.metadata().file_metadata().created_by()
    }

    /// The place of the column of this name.
    pub fn named(&self, name: &str) -> Result<usize, String> {
        let schema = self.0.metadata().file_metadata().schema_descr();
        let place = schema.columns().iter().position(|column| column.name() == name);
        place.ok_or_else(|| format!("it has no column `{name}`"))
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        (0..self.groups()).map(|group| self.rows_of(group)).sum()
    }

    /// How many row groups it has.
    pub fn groups(&self) -> usize {
        self.0.num_row_groups()
    }

    /// Rows of one row group.
    pub fn rows_of(&self, group: usize) -> usize {
        usize::try_from(self.0.metadata().row_group(group).num_rows()).unwrap_or_default()
    }

    /// The cells of one column in one row group.
    pub fn cells(&self, group: usize, name: &str) -> Result<Cells, String> {
        let at = self.named(name)?;
        let cells = guarded(|| self.cells_at(group, at)).map_err(|_| NOT_WHOLE.to_owned())?;
        cells.map_err(|error| error.to_string())
    }

    fn cells_at(&self, group: usize, at: usize) -> Result<Cells, ParquetError> {
        let rows = self.rows_of(group);
        if rows > MOST_ROWS {
            return Err(bad("a count of rows"));
        }
        read(self.0.get_row_group(group)?.get_column_reader(at)?, rows)
    }

    /// All cells of one column.
    pub fn column(&self, name: &str) -> Result<Cells, String> {
        let mut all: Option<Cells> = None;
        for group in 0..self.groups() {
            match (&mut all, self.cells(group, name)?) {
                (Some(Cells::Text(all)), Cells::Text(more)) => all.extend(more),
                (Some(Cells::Count(all)), Cells::Count(more)) => all.extend(more),
                (Some(Cells::Value(all)), Cells::Value(more)) => all.extend(more),
                (all, cells) => *all = Some(cells),
            }
        }
        all.ok_or_else(|| "a file without rows".to_owned())
    }
}

fn read(column: ColumnReader, rows: usize) -> Result<Cells, ParquetError> {
    let complete = |read: usize| if read == rows { Ok(()) } else { Err(bad("a column of another length")) };
    match column {
        ColumnReader::ByteArrayColumnReader(mut reader) => {
            let mut texts = Vec::with_capacity(rows);
            complete(reader.read_records(rows, None, None, &mut texts)?.0)?;
            Ok(Cells::Text(texts))
        }
        ColumnReader::Int32ColumnReader(mut reader) => {
            let mut counts = Vec::with_capacity(rows);
            complete(reader.read_records(rows, None, None, &mut counts)?.0)?;
            Ok(Cells::Count(counts.into_iter().map(|count| count as u32).collect()))
        }
        ColumnReader::DoubleColumnReader(mut reader) => {
            let (mut defined, mut values) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
            complete(reader.read_records(rows, Some(&mut defined), None, &mut values)?.0)?;
            let mut values = values.into_iter();
            let mut cell = |defined: &i16| if *defined == 1 { values.next() } else { None };
            Ok(Cells::Value(defined.iter().map(&mut cell).collect()))
        }
        _ => Err(bad("a column of another kind")),
    }
}

fn bad(what: &str) -> ParquetError {
    ParquetError::General(what.to_owned())
}
