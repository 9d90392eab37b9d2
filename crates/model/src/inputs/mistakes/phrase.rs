//! Parts of sentences: what a value is, where a key belongs, what a range is.

use toml::de::DeValue;

super::sentences::sentences! {
    /// A part of a sentence.
    Phrase {
        AsIs { text: String } = "{text}", "{text}";
        // What a value is, and what it should be.
        Nothing = "empty", "vide";
        Text = "text", "un texte";
        Whole = "a whole number", "un nombre entier";
        Number = "a number", "un nombre";
        TrueOrFalse = "true or false", "true (vrai) ou false (faux)";
        Date = "a date or time without quotes", "une date ou une heure sans guillemets";
        List = "a list", "une liste";
        Table = "a table", "une table";
        AMonth = "a month such as \"2017-03\"", "un mois comme \"2017-03\"";
        TextOrTitles = "text, or a table of `en` and `fr`", "un texte, ou une table de `en` et `fr`";
        Titles = "a table of `en` and `fr`", "une table de `en` et `fr`";
        EntryNames = "a list of names of entries", "une liste de noms d'entrées";
        Texts = "a list of texts", "une liste de textes";
        Tables = "a list of tables", "une liste de tables";
        AnEntry = "a `[[programme]]` entry", "une entrée `[[programme]]`";
        OneOf { list: String } = "one of {list}", "l'un de {list}";
        Worlds { most: &'static str } = "a whole number from 1 to {most}", "un nombre entier de 1 à {most}";
        SectionOf { keys: &'static str } = "a section of {keys}", "une section de {keys}";
        CodesAndTables = "a section of codes and tables", "une section de codes et de fichiers";
        // Where a key stands or belongs.
        AtTop = "at the top of the file", "en tête du fichier";
        In { what: String } = "in `{what}`", "dans `{what}`";
        InParams { instrument: &'static str } = "in the `params` of `{instrument}`", "dans les `params` de `{instrument}`";
        InEntryItself = "in the `[[programme]]` entry itself", "dans l'entrée `[[programme]]` elle-même";
        InOverride = "in an override of an entry", "quand on change une entrée";
        Either { first: Box<Phrase>, second: Box<Phrase> } = "{first} or {second}", "{first} ou {second}";
        // Who lacks a key.
        ThisEntry = "this entry", "cette entrée";
        Entry { name: String } = "entry `{name}`", "l'entrée `{name}`";
        TheStudy = "the study", "l'étude";
        AFactor = "a factor", "un facteur";
        TheTest = "the test", "le test";
        AnExpectation = "an expectation", "une attente";
        TableOf { key: String } = "the table of `{key}`", "la table de `{key}`";
        // Where and when entries act.
        AtPlace { place: String } = "at the place `{place}`", "au lieu `{place}`";
        InCommune { commune: String } = "in {commune}", "à {commune}";
        Everywhere = "for the whole territory", "pour tout le territoire";
        FromUntil { from: String, until: String } = "from {from} until {until}", "de {from} à {until}";
        FromOn { from: String } = "from {from} on", "à partir de {from}";
        And { first: Box<Phrase>, second: Box<Phrase> } = "{first} and {second}", "{first} et {second}";
        // Numbers, units and ranges.
        InUnit { unit: (&'static str, &'static str) } = "in {unit}", "« {unit} »";
        AsUnit { unit: (&'static str, &'static str) } = "as a {unit}", "« {unit} »";
        Measured { number: String, unit: (&'static str, &'static str) } = "{number} {unit}", "{number} {unit}";
        BareMeasured { number: String, unit: (&'static str, &'static str) } = "a {unit} of {number}", "{number} ({unit})";
        Range { low: String, high: String } = "{low} to {high}", "de {low} à {high}";
        RangeIn { low: String, high: String, unit: (&'static str, &'static str) } =
            "{low} to {high} {unit}", "de {low} à {high} {unit}";
        WholeIn { range: Box<Phrase> } = "{range}, whole", "{range}, en nombres entiers";
        // Why text is no month.
        NoMonth { digits: String } = "there is no month {digits}", "il n'y a pas de mois {digits}";
        YearOutside { first: u32, last: u32 } =
            "the year is not between {first} and {last}", "l'année n'est pas entre {first} et {last}";
        MonthForm = "a month is a year, a hyphen and two digits", "un mois est une année, un tiret et deux chiffres";
        HasDay = "it has a day, and programmes count in months", "il a un jour, et les programmes comptent en mois";
        // Why a file cannot be read.
        NoFile = "no such file", "ce fichier n'existe pas";
        NotCarried = "no such file in the embedded library", "ce fichier ne vient pas avec le programme";
        NotKept = "no such file was kept", "ce fichier n'a pas été gardé";
        Denied = "permission denied", "l'accès est refusé";
        Folder = "it is a folder", "c'est un dossier";
        Unnamed = "the name is empty", "le nom est vide";
        NoRegularFile = "it is a pipe or a device, not a file", "c'est un tube ou un périphérique, pas un fichier";
        Huge { bytes: String } =
            "it has {bytes} bytes, more than anything read here", "il a {bytes} octets, plus que tout ce qui se lit ici";
        // What is no TOML.
        ListOpen = "this list is not closed", "cette liste n'est pas fermée";
        TableOpen = "this table is not closed", "cette table n'est pas fermée";
        HeaderOpen = "this header is not closed", "cet en-tête n'est pas fermé";
        ListOrComma = "this list is not closed, or a comma is missing", "cette liste n'est pas fermée, ou il manque une virgule";
        TableOrComma = "this table is not closed, or a comma is missing", "cette table n'est pas fermée, ou il manque une virgule";
        SectionName = "a section of this name cannot be", "une section ne peut porter ce nom";
        KeyAlone = "a key without a value", "une clé sans valeur";
        NoValue { key: String } = "`{key}` has no value", "`{key}` n'a pas de valeur";
        MonthQuotes = "a month stands between quotes", "un mois s'écrit entre guillemets";
        SmallLetters { word: String } = "{word} is written in small letters", "{word} s'écrit en minuscules";
        DecimalPoint = "a number has a decimal point, not a comma", "un nombre a un point décimal, pas une virgule";
        CommaOfWhat =
            "is the comma of thousands or of decimals?", "la virgule est-elle celle des milliers ou des décimales ?";
        Alone { unit: String } = "a number stands alone, without `{unit}`", "un nombre s'écrit seul, sans `{unit}`";
        NoSpaces = "a number has nothing between its thousands", "un nombre n'a rien entre ses milliers";
        StraightQuotes = "text stands between straight quotes", "un texte s'écrit entre guillemets droits";
        TextOpen =
            "this text is not closed, or something follows it", "ce texte n'est pas fermé, ou quelque chose le suit";
        Backslash = "a path has `/` between its folders, not `\\`", "un chemin sépare ses dossiers par `/`, pas par `\\`";
        OddSpace = "this space is a no-break space", "cette espace est insécable";
        LeadingZero = "a number does not begin with 0", "un nombre ne commence pas par 0";
        BothSides =
            "a number has digits on both sides of its point", "un nombre a des chiffres des deux côtés du point";
        TextQuotes = "text stands between quotes", "un texte s'écrit entre guillemets";
        Parser { message: String } = "{message}", "le lecteur de TOML dit, en anglais : {message}";
        // Why no territory has some totals.
        MadeUpCommunes { most: u32, found: u32 } =
            "a made-up territory has 1 to {most} communes, not {found}",
            "un territoire inventé a de 1 à {most} communes, pas {found}";
        TooFewAdults { adults: u32, communes: u32 } =
            "{adults} adults cannot inhabit {communes} communes", "{adults} adultes ne peuvent habiter {communes} communes";
        LargestCommune { people: f64, most: u32 } =
            "the largest commune would have {people} people of one age class, more than the {most} that can be told apart: ask for more communes",
            "la plus grande commune aurait {people} personnes d'une classe d'âge, plus que les {most} que l'on peut distinguer : demandez plus de communes";
        // What is listed.
        Known = "known", "possibles";
        Sections = "sections", "sections";
        Inherited = "inherited", "héritées";
        Keys = "keys", "clés";
        Levers = "levers", "leviers";
        ItsKeys = "its keys", "ses clés";
        ItsCommunes = "its communes", "ses communes";
        Entries = "entries", "entrées";
        PlacesOpened = "places opened", "lieux ouverts";
        InThatFolder = "in that folder", "dans ce dossier";
        WithProgram = "with the program come", "avec le programme viennent";
        More { list: String, rest: usize } = "{list} and {rest} more", "{list} et {rest} autres";
        MoreEntries { terms: String, rest: usize } = "{terms} + {rest} more entries", "{terms} + {rest} autres entrées";
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self::AsIs { text }
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::AsIs { text: text.to_owned() }
    }
}

impl Phrase {
    /// What a value is, in the words of someone who is no programmer.
    #[must_use]
    pub const fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(_) => Self::Text,
            DeValue::Integer(_) => Self::Whole,
            DeValue::Float(_) => Self::Number,
            DeValue::Boolean(_) => Self::TrueOrFalse,
            DeValue::Datetime(_) => Self::Date,
            DeValue::Array(_) => Self::List,
            DeValue::Table(_) => Self::Table,
        }
    }
}
