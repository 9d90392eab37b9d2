//! What can be wrong with the files of a territory.

use super::Phrase;

super::sentences::sentences! {
    /// A mistake in the facts of a territory.
    Facts {
        TooLarge { bytes: usize, most: usize } =
            "the file has {bytes} bytes, more than the {most} allowed", "le fichier a {bytes} octets, plus que les {most} permis";
        // The table.
        NotUtf8 { byte: usize } =
            "the file is not UTF-8 text: its byte {byte} cannot be read", "le fichier n'est pas du texte en UTF-8 : son octet {byte} ne peut être lu";
        Separator { separator: String } =
            "columns are separated by `{separator}`, not by commas", "les colonnes sont séparées par `{separator}`, pas par des virgules";
        ColumnMissing { column: String } = "column `{column}` is missing", "la colonne `{column}` manque";
        ColumnUnknown { column: String } = "column `{column}` is unknown", "la colonne `{column}` est inconnue";
        ColumnTwice { column: String } = "column `{column}` is there twice", "la colonne `{column}` est là deux fois";
        RowLength { found: usize, expected: usize } =
            "the row has {found} fields, the header {expected}", "la ligne a {found} champs, l'en-tête {expected}";
        NotNumber { column: String, value: String } =
            "`{column}` is `{value}`, not a finite number", "`{column}` vaut `{value}`, qui n'est pas un nombre fini";
        Missing { column: String } = "`{column}` is empty", "`{column}` est vide";
        Secret { column: String, value: String } =
            "`{column}` is `{value}`: the number is kept secret or not known",
            "`{column}` vaut `{value}` : le nombre est secret ou inconnu";
        Thousands { column: String, value: String } =
            "`{column}` is `{value}`: is the comma of thousands or of decimals?",
            "`{column}` vaut `{value}` : la virgule est-elle celle des milliers ou des décimales ?";
        OutOfRange { column: String, value: f64, low: f64, high: f64 } =
            "`{column}` is {value}, outside {low} to {high}", "`{column}` vaut {value}, hors de l'intervalle de {low} à {high}";
        Empty = "no commune: the table has a header and no row", "pas de commune : le tableau a un en-tête et aucune ligne";
        AboveHeader { line: usize } = "the columns are named on line {line}, not on the first", "les colonnes sont nommées à la ligne {line}, pas à la première";
        // Communes.
        Code { value: String } = "`{value}` is not a commune's code", "`{value}` n'est pas un code de commune";
        LostZero { value: String } =
            "`{value}` is a code of four digits: it has lost its 0", "`{value}` est un code de quatre chiffres : il a perdu son 0";
        CodeTwice { code: String, line: usize } =
            "commune `{code}` is already on line {line}", "la commune `{code}` est déjà à la ligne {line}";
        NoName { code: String } = "commune `{code}` has no name", "la commune `{code}` n'a pas de nom";
        Total { name: String } =
            "`{name}` is the sum of the other rows", "`{name}` est la somme des autres lignes";
        Arrondissement { code: String, whole: String } =
            "`{code}` is a part of the commune `{whole}`, which is here too",
            "`{code}` fait partie de la commune `{whole}`, qui est là aussi";
        Exchanged { latitude: f64, longitude: f64 } =
            "latitude {latitude} and longitude {longitude} seem to be exchanged",
            "la latitude {latitude} et la longitude {longitude} semblent échangées";
        NobodyAdult = "nobody is adult: the classes from `age_15_29` on are 0", "personne n'est adulte : les classes à partir de `age_15_29` valent 0";
        PartExceeds { part: &'static str, part_value: f64, whole: &'static str, whole_value: f64 } =
            "`{part}` is {part_value}, more than `{whole}`, {whole_value}", "`{part}` vaut {part_value}, plus que `{whole}`, {whole_value}";
        OnlySome { column: &'static str, known: usize, of: usize } =
            "`{column}` is empty here, but written for {known} of {of} communes",
            "`{column}` est vide ici, mais écrit pour {known} des {of} communes";
        ManyArrivals { rate: String, most: f64 } =
            "`arrivals` makes {rate} a year for a thousand inhabitants of the territory, outside 0 to {most}",
            "`arrivals` fait {rate} par an pour mille habitants du territoire, hors de l'intervalle de 0 à {most}";
        Sum { parts: (&'static str, &'static str), sum: String, whole: &'static str, whole_value: f64 } =
            "{parts} make {sum}, but `{whole}` is {whole_value}", "{parts} : {sum} en tout, mais `{whole}` vaut {whole_value}";
        TooMany { column: &'static str, value: f64, most: u32 } =
            "`{column}` is {value}, more than the {most} people of one age class that can be told apart",
            "`{column}` vaut {value}, plus que les {most} personnes d'une classe d'âge que l'on peut distinguer";
        TooManyCommunes { found: usize, most: usize } =
            "there are {found} communes, more than the {most} that can be told apart",
            "il y a {found} communes, plus que les {most} que l'on peut distinguer";
        // Years.
        Year { value: String, first: u32, last: u32 } =
            "`year` is `{value}`, not a whole year from {first} to {last}",
            "`year` vaut `{value}`, qui n'est pas une année entière de {first} à {last}";
        YearTwice { year: u32, line: usize } = "year {year} is already on line {line}", "l'année {year} est déjà à la ligne {line}";
        FewYears { found: usize } =
            "a history has at least two years, this one {found}", "une histoire a au moins deux années, celle-ci {found}";
        HistoryCommune { code: String } = "commune `{code}` is not in the territory", "la commune `{code}` n'est pas dans le territoire";
        // The file that names the tables.
        Syntax { message: Phrase } = "{message}", "{message}";
        KeyUnknown { key: String } = "key `{key}` is unknown in a territory", "la clé `{key}` est inconnue dans un territoire";
        KeyMissing { key: String } = "key `{key}` is missing", "la clé `{key}` manque";
        Kind { key: String, found: Phrase, expected: Phrase } =
            "`{key}` is {found}, not {expected}", "`{key}` : il faut {expected}, et c'est {found}";
        KeyOutOfRange { key: String, value: f64, low: f64, high: f64 } =
            "`{key}` is {value}, outside {low} to {high}", "`{key}` vaut {value}, hors de l'intervalle de {low} à {high}";
        Scenario = "the file is a scenario, not a territory", "le fichier est un scénario, pas un territoire";
        Twofold =
            "a territory has either `communes`, a file, or a section `[synthetic]`",
            "un territoire a soit `communes`, un fichier, soit une section `[synthetic]`";
        Totals { why: Phrase } = "no territory has these totals: {why}", "aucun territoire n'a ces totaux : {why}";
    }
}
