//! What can be wrong with the files of a territory.

/// A mistake in the facts of a territory. The text of each is its only wording.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Facts {
    /// Bytes that are not text.
    #[error("the file is not UTF-8 text: its byte {byte} cannot be read")]
    NotUtf8 {
        /// Position of the first unreadable byte, from 0.
        byte: usize,
    },
    /// A file too large to be what it says.
    #[error("the file has {bytes} bytes, more than the {most} allowed")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        most: usize,
    },
    /// A table of facts separated by something else than commas.
    #[error("columns are separated by `{separator}`, not by commas")]
    Separator {
        /// What separates them.
        separator: char,
    },
    /// A column of facts that is not there.
    #[error("column `{column}` is missing")]
    ColumnMissing {
        /// The column.
        column: String,
    },
    /// A column of facts that nobody knows.
    #[error("column `{column}` is unknown")]
    ColumnUnknown {
        /// The column.
        column: String,
    },
    /// A column of facts that is there twice.
    #[error("column `{column}` is there twice")]
    ColumnTwice {
        /// The column.
        column: String,
    },
    /// A row of another length than the header.
    #[error("the row has {found} fields, the header {expected}")]
    RowLength {
        /// Fields of the row.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
    /// A fact that is not a finite number.
    #[error("`{column}` is `{value}`, not a finite number")]
    NotNumber {
        /// The column.
        column: String,
        /// What is written.
        value: String,
    },
    /// A fact outside its range.
    #[error("`{column}` is {value}, outside {low} to {high}")]
    OutOfRange {
        /// The column.
        column: String,
        /// What is written.
        value: f64,
        /// Smallest allowed value.
        low: f64,
        /// Largest allowed value.
        high: f64,
    },
    /// A code of a commune that cannot be one.
    #[error("`{value}` is not a commune's code")]
    Code {
        /// What is written.
        value: String,
    },
    /// A commune that is there twice.
    #[error("commune `{code}` is already on line {line}")]
    CodeTwice {
        /// Its code.
        code: String,
        /// Line of the first.
        line: usize,
    },
    /// A commune without a name.
    #[error("commune `{code}` has no name")]
    NoName {
        /// Its code.
        code: String,
    },
    /// A part larger than its whole.
    #[error("`{part}` is {part_value}, more than `{whole}`, {whole_value}")]
    PartExceeds {
        /// The part.
        part: &'static str,
        /// Its value.
        part_value: f64,
        /// The whole.
        whole: &'static str,
        /// Its value.
        whole_value: f64,
    },
    /// Parts that do not add up to their whole.
    #[error("{parts} make {sum:.2}, but `{whole}` is {whole_value}")]
    Sum {
        /// The parts.
        parts: &'static str,
        /// Their sum.
        sum: f64,
        /// The whole.
        whole: &'static str,
        /// Its value.
        whole_value: f64,
    },
    /// More adults than addresses.
    #[error("`{column}` is {value}, more than the {most} people of one age class that can be told apart")]
    TooMany {
        /// The age class.
        column: &'static str,
        /// Its value.
        value: f64,
        /// The limit.
        most: u32,
    },
    /// More communes than can be told apart.
    #[error("there are {found} communes, more than the {most} that can be told apart")]
    TooManyCommunes {
        /// Rows found.
        found: usize,
        /// The limit.
        most: usize,
    },
    /// A territory without a commune.
    #[error("no commune: the table has a header and no row")]
    Empty,
    /// A year of a history that is none.
    #[error("`year` is `{value}`, not a whole year from {first} to {last}")]
    Year {
        /// What is written.
        value: String,
        /// First year allowed.
        first: u32,
        /// Last year allowed.
        last: u32,
    },
    /// A year of a history that is there twice.
    #[error("year {year} is already on line {line}")]
    YearTwice {
        /// The year.
        year: u32,
        /// Line of the first.
        line: usize,
    },
    /// A history from which no rate follows.
    #[error("a history has at least two years, this one {found}")]
    FewYears {
        /// Years found.
        found: usize,
    },
    /// A history of a commune that the territory has not.
    #[error("commune `{code}` is not in the territory")]
    HistoryCommune {
        /// Its code, as written.
        code: String,
    },
    /// What the TOML parser says.
    #[error("{message}")]
    Syntax {
        /// Its message.
        message: String,
    },
    /// A key of a territory that nobody knows.
    #[error("key `{key}` is unknown in a territory")]
    KeyUnknown {
        /// The key.
        key: String,
    },
    /// A key of a territory that is not there.
    #[error("key `{key}` is missing")]
    KeyMissing {
        /// The key.
        key: String,
    },
    /// A key of a territory with a value of another kind.
    #[error("`{key}` is {found}, not {expected}")]
    Kind {
        /// The key.
        key: String,
        /// What is written.
        found: String,
        /// What is expected.
        expected: &'static str,
    },
    /// A number of a territory outside its range.
    #[error("`{key}` is {value}, outside {low} to {high}")]
    KeyOutOfRange {
        /// The key.
        key: String,
        /// What is written.
        value: f64,
        /// Smallest allowed value.
        low: f64,
        /// Largest allowed value.
        high: f64,
    },
    /// A scenario where a territory is wanted.
    #[error("the file is a scenario, not a territory")]
    Scenario,
    /// A territory that names a file and is also made up, or neither.
    #[error("a territory has either `communes`, a file, or a section `[synthetic]`")]
    Twofold,
    /// Totals that no territory can have.
    #[error("no territory has these totals: {why}")]
    Totals {
        /// Why not.
        why: String,
    },
}
