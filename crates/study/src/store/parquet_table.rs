//! One Parquet file, written row by row: text, counts and nullable numbers, and nothing else.

use super::error::{StoreError, shown};
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, never null, stored once for each different value.
    Text,
    /// A count, never null.
    Count,
    /// A number, null where it is undefined.
    Value,
}

/// One cell of a row.
pub(super) enum Cell<'a> {
    /// Of a text column.
    Text(&'a ByteArray),
    /// Of a column of counts.
    Count(u32),
    /// Of a column of numbers.
    Value(Option<f64>),
}

/// The cells of one column that wait for their row group.
enum Column {
    Text(Vec<ByteArray>),
    Count(Vec<i32>),
    /// For each cell whether it is defined (1), and the defined ones.
    Value(Vec<i16>, Vec<f64>),
}

/// What a file is written to, to be taken back when the file is complete: the writer gives it back too, but tells in words
/// of its own why the disk refused.
struct Output<W>(Option<W>);

impl<W: Write> Output<W> {
    fn inner(&mut self) -> &mut W {
        self.0.as_mut().expect("it is there until it is taken")
    }
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.inner().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner().flush()
    }
}

/// A Parquet file in the making. Row groups end at fixed counts of rows, so that the bytes depend on the rows alone.
pub(super) struct ParquetTable<W: Write + Send> {
    writer: SerializedFileWriter<Output<W>>,
    columns: Vec<Column>,
    rows: usize,
    rows_per_group: usize,
}

impl<W: Write + Send> ParquetTable<W> {
    /// A new file, written to `out`; `notes` stand in its footer.
    pub fn new(
        out: W,
        columns: &[(&str, Kind)],
        rows_per_group: usize,
        notes: &[(&str, String)],
    ) -> Result<Self, ParquetError> {
        let fields = columns.iter().map(|(name, kind)| field(name, *kind)).collect::<Result<Vec<_>, _>>()?;
        let schema = Type::group_type_builder("hameau").with_fields(fields).build()?;
        let notes =
            notes.iter().map(|(key, value)| KeyValue::new((*key).to_owned(), value.clone())).collect();
        let properties = WriterProperties::builder()
            .set_created_by(created_by())
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_key_value_metadata(Some(notes))
            .build();
        let writer = SerializedFileWriter::new(Output(Some(out)), Arc::new(schema), Arc::new(properties))?;
        let columns = columns.iter().map(|(_, kind)| Column::new(*kind)).collect();
        Ok(Self { writer, columns, rows: 0, rows_per_group })
    }

    /// Adds a row: one cell for each column, in their order.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> Result<(), ParquetError> {
        let mut columns = self.columns.iter_mut();
        for cell in cells {
            columns.next().expect("a column for each cell").push(cell);
        }
        debug_assert!(columns.next().is_none(), "a cell for each column");
        self.rows += 1;
        if self.rows == self.rows_per_group { self.write_group() } else { Ok(()) }
    }

    /// Completes the file and gives back what it was written to.
    pub fn finish(mut self) -> Result<W, ParquetError> {
        if self.rows > 0 {
            self.write_group()?;
        }
        self.writer.finish()?;
        Ok(self.writer.inner_mut().0.take().expect("it is taken here only"))
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        self.rows = 0;
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let mut out = group.next_column()?.expect("as many columns as the schema has");
            match column {
                Column::Text(texts) => {
                    out.typed::<ByteArrayType>().write_batch(texts, None, None)?;
                    texts.clear();
                }
                Column::Count(counts) => {
                    out.typed::<Int32Type>().write_batch(counts, None, None)?;
                    counts.clear();
                }
                Column::Value(defined, values) => {
                    out.typed::<DoubleType>().write_batch(values, Some(defined), None)?;
                    defined.clear();
                    values.clear();
                }
            }
            out.close()?;
        }
        group.close()?;
        Ok(())
    }
}

impl Column {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text(Vec::new()),
            Kind::Count => Self::Count(Vec::new()),
            Kind::Value => Self::Value(Vec::new(), Vec::new()),
        }
    }

    fn push(&mut self, cell: Cell) {
        match (self, cell) {
            (Self::Text(texts), Cell::Text(text)) => texts.push(text.clone()),
            (Self::Count(counts), Cell::Count(count)) => counts.push(count as i32),
            (Self::Value(defined, values), Cell::Value(value)) => {
                defined.push(i16::from(value.is_some()));
                values.extend(value);
            }
            _ => unreachable!("a cell stands in a column of its kind"),
        }
    }
}

/// Who writes these files, as their footers say.
pub(super) fn created_by() -> String {
    concat!("hameau version ", env!("CARGO_PKG_VERSION")).to_owned()
}

fn field(name: &str, kind: Kind) -> Result<Arc<Type>, ParquetError> {
    let (physical, logical, repetition) = match kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String), Repetition::REQUIRED),
        Kind::Count => (Physical::INT32, Some(LogicalType::integer(32, false)), Repetition::REQUIRED),
        Kind::Value => (Physical::DOUBLE, None, Repetition::OPTIONAL),
    };
    let field = Type::primitive_type_builder(name, physical);
    Ok(Arc::new(field.with_logical_type(logical).with_repetition(repetition).build()?))
}

/// Why the disk refused a file; an error of the format itself would be ours.
pub(super) fn refused(path: &Path, error: ParquetError) -> StoreError {
    let why = match error {
        ParquetError::External(error) => match error.downcast::<std::io::Error>() {
            Ok(error) => return StoreError::write(path, &error),
            Err(error) => error.to_string(),
        },
        error => error.to_string(),
    };
    StoreError::Write { path: shown(path), why }
}
