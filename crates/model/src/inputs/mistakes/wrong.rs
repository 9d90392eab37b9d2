//! The kinds of mistakes in scenarios, and the only wording of each.

use super::Facts;

/// The kinds of mistakes. The text of each is its only wording.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Wrong {
    /// The file cannot be read.
    #[error("cannot read `{path}`: {why}")]
    Unreadable {
        /// Path as the user named it.
        path: String,
        /// What the system says.
        why: String,
    },
    /// Something in the facts of a territory.
    #[error(transparent)]
    Facts(#[from] Facts),
    /// The file is larger than any scenario.
    #[error("the file has {bytes} bytes, a scenario at most {most}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size.
        most: usize,
    },
    /// The file is not text in UTF-8.
    #[error("byte {offset} (0x{byte:02X}) is not UTF-8 text")]
    NotUtf8 {
        /// Bytes before it.
        offset: usize,
        /// The byte.
        byte: u8,
    },
    /// The file has no key.
    #[error("the file says nothing")]
    Empty,
    /// The file is not TOML.
    #[error("this cannot be read: {message}")]
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// Tables or keys within one another beyond need.
    #[error("more than {most} levels, one within another")]
    TooDeep {
        /// The deepest level read.
        most: usize,
    },
    /// A key that nothing reads.
    #[error("unknown key `{key}` {place}")]
    UnknownKey {
        /// The key.
        key: String,
        /// Where it stands, in words.
        place: String,
    },
    /// A table that is no section of the table of parameters.
    #[error("unknown section `[{name}]`")]
    UnknownSection {
        /// Its name.
        name: String,
    },
    /// An instrument written as a section.
    #[error("`{name}` is an instrument: it acts from a date, in a `[[programme]]` entry")]
    InstrumentAsSection {
        /// The instrument.
        name: String,
    },
    /// A lever written beside `params`.
    #[error("`{key}` is a lever of `{instrument}`: it goes into `params`")]
    LeverOutsideParams {
        /// The lever.
        key: String,
        /// Its instrument.
        instrument: String,
    },
    /// A known key in another section.
    #[error("`{key}` does not belong {place}, but {right}")]
    WrongSection {
        /// The key.
        key: String,
        /// Where it stands.
        place: String,
        /// Where it belongs.
        right: String,
    },
    /// A known number in another unit.
    #[error("`{key}`: this number is written {unit}, as `{right}`")]
    OtherUnit {
        /// The key.
        key: String,
        /// How the table writes it: "in EUR per year".
        unit: String,
        /// The key of the table.
        right: String,
    },
    /// A known key with a unit that it does not have.
    #[error("`{key}`: this key bears no unit, it is written `{right}`")]
    BearsNoUnit {
        /// The key.
        key: String,
        /// The key of the table.
        right: String,
    },
    /// A known number without its unit.
    #[error("`{key}` does not say its unit: this number is written {unit}, as `{right}`")]
    NoUnit {
        /// The key.
        key: String,
        /// How the table writes it: "in EUR per year".
        unit: String,
        /// The key of the table.
        right: String,
    },
    /// A value of another type.
    #[error("`{key}` = {value}: expected {wanted}, found {found}")]
    WrongType {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// What is expected.
        wanted: String,
        /// What stands there.
        found: String,
    },
    /// A value outside its range.
    #[error("`{key}` = {value} is out of range: {range}")]
    OutOfRange {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// The allowed range with its unit.
        range: String,
    },
    /// A fraction where a whole number is wanted.
    #[error("`{key}` = {value}: expected a whole number")]
    NotWhole {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// Not a number, or infinite.
    #[error("`{key}` = {value} is not a finite number")]
    NotFinite {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// Zero with a minus sign.
    #[error("`{key}` = {value}: zero has no sign")]
    NegativeZero {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// A word that is not in the list.
    #[error("`{key}` = {value} is not one of {words}")]
    NotAChoice {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// The list.
        words: String,
    },
    /// Text that is not a month.
    #[error("`{key}` = {value} is not a month: {why}")]
    NotAMonth {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// What is wrong with it.
        why: String,
    },
    /// A name with other characters than `a-z`, `0-9` and `-`.
    #[error("`{key}` = {value}: a name is made of `a` to `z`, `0` to `9` and `-`")]
    BadName {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
    /// Text without a character.
    #[error("`{key}` is empty")]
    EmptyText {
        /// The key.
        key: String,
    },
    /// A key that must be there.
    #[error("{owner} has no `{key}`")]
    Missing {
        /// The key.
        key: String,
        /// What lacks it.
        owner: String,
    },
    /// An indicator that does not exist.
    #[error("there is no indicator `{name}`")]
    UnknownIndicator {
        /// What is written.
        name: String,
    },
    /// More factors than a study can hold.
    #[error("the study has {count} factors, at most {most} are allowed")]
    TooManyFactors {
        /// How many there are.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// One table where an array of tables is wanted.
    #[error("`programme` is a list of entries: each begins with `[[programme]]`")]
    SeveralEntries,
    /// Two entries of one file with one name.
    #[error("two entries are named `{name}`, the first on line {line}")]
    DuplicateName {
        /// The name.
        name: String,
        /// Line of the first.
        line: usize,
    },
    /// An instrument that does not exist.
    #[error("unknown instrument `{name}`")]
    UnknownInstrument {
        /// As written.
        name: String,
    },
    /// An inherited entry with another instrument.
    #[error("`{name}` is a `{inherited}` in {file}, not a `{instrument}`")]
    ChangedInstrument {
        /// The entry.
        name: String,
        /// Its instrument.
        inherited: String,
        /// The file that wrote it.
        file: String,
        /// As written here.
        instrument: String,
    },
    /// A source of money that does not exist.
    #[error("unknown source of funding `{name}`")]
    UnknownFunder {
        /// As written.
        name: String,
    },
    /// Shares of money that do not make a whole.
    #[error("the shares of `funding` add up to {sum}, not 1")]
    FundingSum {
        /// Their sum.
        sum: String,
    },
    /// `without` names what is not inherited.
    #[error("`without` drops `{name}`, but no entry of that name is inherited")]
    NothingToDrop {
        /// The name.
        name: String,
    },
    /// Files that inherit from one another in a circle.
    #[error("`base` goes round in a circle: {chain}")]
    Cycle {
        /// The files, in order.
        chain: String,
    },
    /// A longer chain of bases than anyone can follow.
    #[error("more than {most} files, each the `base` of the one before")]
    TooManyBases {
        /// The longest chain.
        most: usize,
    },
    /// No file of the chain names a territory.
    #[error("no territory: neither this file nor its bases have the key `territory`")]
    NoTerritory,
    /// A territory where a scenario is wanted.
    #[error("the file is a territory, not a scenario")]
    NotScenario,
    /// A commune that the territory does not have.
    #[error("no commune `{commune}` in {territory}")]
    UnknownCommune {
        /// As written.
        commune: String,
        /// The territory's file.
        territory: String,
    },
    /// An instrument that serves a place that is never opened.
    #[error("`{entry}` serves the place `{place}`, which no `shared_place` entry opens")]
    UnknownPlace {
        /// The entry.
        entry: String,
        /// The place.
        place: String,
    },
    /// An instrument that serves a place while it is closed.
    #[error("`{entry}` serves the place `{place}` in {month}, when it is closed: it is open {open}")]
    PlaceClosed {
        /// The entry.
        entry: String,
        /// The place.
        place: String,
        /// The first month at fault.
        month: String,
        /// When it is open.
        open: String,
    },
    /// One place in two communes.
    #[error("the place `{place}` stands in {commune}, not in {other}")]
    PlaceMoved {
        /// The place.
        place: String,
        /// Its commune.
        commune: String,
        /// As written here.
        other: String,
    },
    /// Two entries that do the same thing at the same time.
    #[error("`{second}` overlaps `{first}`: both are `{instrument}` {place} in {month}")]
    Overlap {
        /// The later entry.
        second: String,
        /// The earlier entry.
        first: String,
        /// What they both are.
        instrument: String,
        /// Where.
        place: String,
        /// The first month of both.
        month: String,
    },
    /// An end before its beginning.
    #[error("`{entry}` ends in {until}, before it begins in {from}")]
    Reversed {
        /// The entry.
        entry: String,
        /// Its last month.
        until: String,
        /// Its first month.
        from: String,
    },
    /// An entry that begins after the last simulated month.
    #[error("`{entry}` would never act: it begins in {from}, after the last simulated month, {last}")]
    NeverActs {
        /// The entry.
        entry: String,
        /// Its first month.
        from: String,
        /// The last month simulated.
        last: String,
    },
    /// An entry that ends before the first simulated month.
    #[error("`{entry}` would never act: it ends in {until}, before the first simulated month, {first}")]
    OverBefore {
        /// The entry.
        entry: String,
        /// Its last month.
        until: String,
        /// The first month simulated.
        first: String,
    },
    /// Shares of one whole that are more than it.
    #[error("{terms} = {sum}: these shares of one whole add up to 1 at most")]
    OverWhole {
        /// The shares with their values, as a sum.
        terms: String,
        /// Their sum.
        sum: String,
    },
    /// Policies that would attract more people than there are candidates.
    #[error(
        "in {month} attraction would be {terms} = {sum}, more than `arrivals.highest_attraction_ratio`, {most}"
    )]
    TooAttractive {
        /// The first month at fault.
        month: String,
        /// The entries and what each adds.
        terms: String,
        /// The sum.
        sum: String,
        /// The limit.
        most: f64,
    },
    /// More places than can be told apart.
    #[error("`{entry}` opens place number {count}: a scenario has {most} at most")]
    TooManyPlaces {
        /// The entry.
        entry: String,
        /// Its number.
        count: usize,
        /// The limit.
        most: usize,
    },
    /// An instrument of a place that names none.
    #[error("`{entry}` has no `place`: a `{instrument}` acts on a shared place")]
    NeedsPlace {
        /// The entry.
        entry: String,
        /// Its instrument.
        instrument: String,
    },
    /// A commune for an instrument that acts in the whole territory.
    #[error("`{entry}` names a commune, but a `{instrument}` acts in the whole territory")]
    TakesNoCommune {
        /// The entry.
        entry: String,
        /// Its instrument.
        instrument: String,
    },
    /// A place named by an instrument that acts on none.
    #[error("`{entry}` names the place `{place}`, but a `{instrument}` acts on no place")]
    TakesNoPlace {
        /// The entry.
        entry: String,
        /// The place.
        place: String,
        /// Its instrument.
        instrument: String,
    },
    /// An override without a key and a value.
    #[error("`{text}` is not of the form KEY=VALUE")]
    SetForm {
        /// As written.
        text: String,
    },
    /// Two overrides of one key.
    #[error("`{key}` is given twice")]
    SetTwice {
        /// The key.
        key: String,
    },
    /// An override of an entry that does not exist.
    #[error("no programme entry is named `{name}`")]
    UnknownEntry {
        /// As written.
        name: String,
    },
    /// A parameter that does not exist.
    #[error("unknown parameter `{name}`")]
    UnknownParameter {
        /// As written.
        name: String,
    },
    /// One key given twice in one table.
    #[error("`{key}` is given twice, first on line {line}")]
    DuplicateKey {
        /// The key.
        key: String,
        /// Line of the first.
        line: usize,
    },
}

impl Wrong {
    /// A few words for the mark under what is wrong.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::UnknownKey { .. } | Self::UnknownParameter { .. } => "unknown key",
            Self::UnknownSection { .. } => "unknown section",
            Self::InstrumentAsSection { .. } => "an instrument",
            Self::LeverOutsideParams { .. } | Self::WrongSection { .. } => "in the wrong place",
            Self::OtherUnit { .. } => "another unit",
            Self::BearsNoUnit { .. } => "no unit here",
            Self::NoUnit { .. } => "no unit",
            Self::WrongType { .. } => "another type",
            Self::OutOfRange { .. } => "out of range",
            Self::NotWhole { .. } => "not whole",
            Self::NotFinite { .. } => "not finite",
            Self::NotAChoice { .. } => "not in the list",
            Self::NotAMonth { .. } => "not a month",
            Self::BadName { .. } => "not a name",
            Self::EmptyText { .. } => "empty",
            Self::Missing { .. } => "something is missing here",
            Self::DuplicateName { .. } | Self::SetTwice { .. } | Self::DuplicateKey { .. } => "a second time",
            Self::UnknownInstrument { .. } => "unknown instrument",
            Self::ChangedInstrument { .. } => "another instrument",
            Self::UnknownFunder { .. } => "unknown source",
            Self::NothingToDrop { .. } | Self::UnknownEntry { .. } => "no such entry",
            Self::Unreadable { .. } => "not read",
            Self::UnknownCommune { .. } => "no such commune",
            Self::UnknownPlace { .. } => "never opened",
            Self::PlaceClosed { .. } => "closed",
            Self::PlaceMoved { .. } => "another commune",
            Self::Overlap { .. } => "already there",
            Self::Reversed { .. } => "before its beginning",
            Self::NeverActs { .. } => "after the end",
            Self::OverBefore { .. } => "before the first month",
            Self::OverWhole { .. } | Self::TooAttractive { .. } => "too much",
            Self::TooManyPlaces { .. } => "too many places",
            Self::UnknownIndicator { .. } => "no such indicator",
            Self::TooManyFactors { .. } => "too many factors",
            Self::NeedsPlace { .. } => "no place",
            Self::TakesNoPlace { .. } => "no place here",
            Self::TakesNoCommune { .. } => "no commune here",
            _ => "here",
        }
    }
}
