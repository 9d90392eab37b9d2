//! The kinds of mistakes in scenarios, and the only wording of each.

use super::{Facts, Phrase};

super::sentences::sentences! {
    /// What is wrong, naming key and value, without a full stop.
    Wrong {
        Facts { facts: Facts } = "{facts}", "{facts}";
        // The file.
        Unreadable { path: String, why: Phrase } = "cannot read `{path}`: {why}", "`{path}` ne peut être lu : {why}";
        TooLarge { bytes: usize, most: usize } =
            "the file has {bytes} bytes, a scenario at most {most}", "le fichier a {bytes} octets, un scénario au plus {most}";
        NotUtf8 { offset: usize, byte: String } =
            "byte {offset} (0x{byte}) is not UTF-8 text", "l'octet {offset} (0x{byte}) n'est pas du texte en UTF-8";
        Empty = "the file says nothing", "le fichier ne dit rien";
        Syntax { message: Phrase } = "this cannot be read: {message}", "ceci ne peut être lu : {message}";
        TooDeep { most: usize } = "more than {most} levels, one within another", "plus de {most} niveaux, l'un dans l'autre";
        HiddenSign { key: String, sign: String } =
            "`{key}` holds the sign {sign}, which nobody sees", "`{key}` contient le signe {sign}, que personne ne voit";
        TooLong { key: String, count: usize, most: usize } =
            "`{key}` has {count} characters, at most {most} are allowed", "`{key}` a {count} caractères, {most} au plus sont permis";
        // Keys.
        UnknownKey { key: String, place: Phrase } = "unknown key `{key}` {place}", "clé inconnue `{key}` {place}";
        UnknownSection { name: String } = "unknown section `[{name}]`", "section inconnue `[{name}]`";
        InstrumentAsSection { name: String } =
            "`{name}` is an instrument: it acts from a date, in a `[[programme]]` entry",
            "`{name}` est un instrument : il agit à partir d'une date, dans une entrée `[[programme]]`";
        LeverOutsideParams { key: String, instrument: String } =
            "`{key}` is a lever of `{instrument}`: it goes into `params`",
            "`{key}` est un levier de `{instrument}` : il va dans `params`";
        WrongSection { key: String, place: Phrase, right: Phrase } =
            "`{key}` does not belong {place}, but {right}", "`{key}` n'a pas sa place {place}, mais {right}";
        OtherUnit { key: String, unit: Phrase, right: String } =
            "`{key}`: this number is written {unit}, as `{right}`", "`{key}` : ce nombre a pour unité {unit} et s'écrit `{right}`";
        BearsNoUnit { key: String, right: String } =
            "`{key}`: this key bears no unit, it is written `{right}`", "`{key}` : cette clé ne porte pas d'unité, elle s'écrit `{right}`";
        NoUnit { key: String, unit: Phrase, right: String } =
            "`{key}` does not say its unit: this number is written {unit}, as `{right}`",
            "`{key}` ne dit pas son unité, {unit} : ce nombre s'écrit `{right}`";
        DuplicateKey { key: String, line: usize } =
            "`{key}` is given twice, first on line {line}", "`{key}` est donné deux fois, d'abord à la ligne {line}";
        Missing { key: String, owner: Phrase } = "{owner} has no `{key}`", "il manque `{key}` : {owner} n'en a pas";
        // Values.
        WrongType { key: String, value: String, wanted: Phrase, found: Phrase } =
            "`{key}` = {value}: expected {wanted}, found {found}", "`{key}` = {value} : il faut {wanted}, et c'est {found}";
        OutOfRange { key: String, value: String, range: Phrase } =
            "`{key}` = {value} is out of range: {range}", "`{key}` = {value} est hors de l'intervalle permis : {range}";
        NotWhole { key: String, value: String } =
            "`{key}` = {value}: expected a whole number", "`{key}` = {value} : il faut un nombre entier";
        NotFinite { key: String, value: String } =
            "`{key}` = {value} is not a finite number", "`{key}` = {value} n'est pas un nombre fini";
        NegativeZero { key: String, value: String } =
            "`{key}` = {value}: zero has no sign", "`{key}` = {value} : zéro n'a pas de signe";
        NotAChoice { key: String, value: String, words: Phrase } =
            "`{key}` = {value} is not one of {words}", "`{key}` = {value} n'est pas permis : {words}";
        NotAMonth { key: String, value: String, why: Phrase } =
            "`{key}` = {value} is not a month: {why}", "`{key}` = {value} n'est pas un mois : {why}";
        BadName { key: String, value: String } =
            "`{key}` = {value}: a name is made of `a` to `z`, `0` to `9` and `-`",
            "`{key}` = {value} : un nom se compose de `a` à `z`, de `0` à `9` et de `-`";
        EmptyText { key: String } = "`{key}` is empty", "`{key}` est vide";
        OverWhole { terms: String, sum: String } =
            "{terms} = {sum}: these shares of one whole add up to 1 at most",
            "{terms} = {sum} : ces parts d'un tout font au plus 1 ensemble";
        TooAttractive { month: String, terms: Phrase, sum: String, most: f64 } =
            "in {month} attraction would be {terms} = {sum}, more than `arrivals.highest_attraction_ratio`, {most}",
            "en {month} l'attraction serait de {terms} = {sum}, plus que `arrivals.highest_attraction_ratio`, {most}";
        TooMuchMoney { inhabitants: String, sum: String, most: String, terms: String } =
            "with {inhabitants} inhabitants and {terms}, incomes could reach {sum} billion EUR a year; up to {most} billion are counted to the cent",
            "avec {inhabitants} habitants et {terms}, les revenus pourraient atteindre {sum} milliards d'euros par an ; {most} au plus sont comptés au centime près";
        // Studies.
        UnknownIndicator { name: String } = "there is no indicator `{name}`", "il n'y a pas d'indicateur `{name}`";
        TooManyFactors { count: usize, most: usize } =
            "the study has {count} factors, at most {most} are allowed", "l'étude a {count} facteurs, {most} au plus sont permis";
        // Tests of scenarios.
        NoClaim = "this expectation says nothing of its indicator", "cette attente ne dit rien de son indicateur";
        SeveralClaims { keys: String } =
            "this expectation says several things at once: {keys}", "cette attente dit plusieurs choses à la fois : {keys}";
        ClaimOfTwo { key: String } =
            "`{key}` compares with another scenario, and there is no `versus`",
            "`{key}` compare avec un autre scénario, et il n'y a pas de `versus`";
        ClaimOfOne { key: String } =
            "`{key}` tells of one scenario, and `versus` names another", "`{key}` parle d'un seul scénario, et `versus` en nomme un autre";
        EmptyRange { key: String, low: f64, high: f64 } =
            "`{key}`: no number is at least {low} and at most {high}", "`{key}` : aucun nombre n'est à la fois au moins {low} et au plus {high}";
        OtherPeople { other: String } =
            "{other} is not about the same territory and months: only the same worlds can be compared",
            "{other} ne porte pas sur le même territoire et les mêmes mois : on ne compare que les mêmes mondes";
        // The programme.
        SeveralEntries =
            "`programme` is a list of entries: each begins with `[[programme]]`",
            "`programme` est une liste d'entrées : chacune commence par `[[programme]]`";
        DuplicateName { name: String, line: usize } =
            "two entries are named `{name}`, the first on line {line}", "deux entrées s'appellent `{name}`, la première à la ligne {line}";
        UnknownInstrument { name: String } = "unknown instrument `{name}`", "instrument inconnu `{name}`";
        ChangedInstrument { name: String, inherited: String, file: String, instrument: String } =
            "`{name}` is a `{inherited}` in {file}, not a `{instrument}`", "`{name}` est `{inherited}` dans {file}, et non `{instrument}`";
        UnknownFunder { name: String } = "unknown source of funding `{name}`", "financeur inconnu `{name}`";
        FundingSum { sum: String } =
            "the shares of `funding` add up to {sum}, not 1", "les parts de `funding` font {sum} ensemble, et non 1";
        NothingToDrop { name: String } =
            "`without` drops `{name}`, but no entry of that name is inherited",
            "`without` retire `{name}`, mais aucune entrée de ce nom n'est héritée";
        Cycle { chain: String } = "`base` goes round in a circle: {chain}", "`base` tourne en rond : {chain}";
        TooManyBases { most: usize } =
            "more than {most} files, each the `base` of the one before", "plus de {most} fichiers, chacun la `base` du précédent";
        NoTerritory =
            "no territory: neither this file nor its bases have the key `territory`",
            "pas de territoire : ni ce fichier ni ses bases n'ont la clé `territory`";
        NotScenario = "the file is a territory, not a scenario", "le fichier est un territoire, pas un scénario";
        UnknownCommune { commune: String, territory: String } =
            "no commune `{commune}` in {territory}", "pas de commune `{commune}` dans {territory}";
        TwoCommunes { commune: String, territory: String } =
            "several communes of {territory} are named `{commune}`", "plusieurs communes de {territory} s'appellent `{commune}`";
        UnknownPlace { entry: String, place: String } =
            "`{entry}` serves the place `{place}`, which no entry opens", "`{entry}` sert le lieu `{place}`, qu'aucune entrée n'ouvre";
        PlaceClosed { entry: String, place: String, month: String, open: Phrase } =
            "`{entry}` serves the place `{place}` in {month}, when it is closed: it is open {open}",
            "`{entry}` sert le lieu `{place}` en {month}, quand il est fermé : il est ouvert {open}";
        PlaceMoved { place: String, commune: String, other: String } =
            "the place `{place}` stands in {commune}, not in {other}", "le lieu `{place}` est à {commune}, pas à {other}";
        Overlap { second: String, first: String, instrument: String, place: Phrase, month: String } =
            "`{second}` overlaps `{first}`: both are `{instrument}` {place} in {month}",
            "`{second}` chevauche `{first}` : les deux sont `{instrument}` {place} en {month}";
        Reversed { entry: String, until: String, from: String } =
            "`{entry}` ends in {until}, before it begins in {from}", "`{entry}` finit en {until}, avant de commencer en {from}";
        NeverActs { entry: String, from: String, last: String } =
            "`{entry}` would never act: it begins in {from}, after the last simulated month, {last}",
            "`{entry}` n'agirait jamais : elle commence en {from}, après le dernier mois simulé, {last}";
        OverBefore { entry: String, until: String, first: String } =
            "`{entry}` would never act: it ends in {until}, before the first simulated month, {first}",
            "`{entry}` n'agirait jamais : elle finit en {until}, avant le premier mois simulé, {first}";
        TooManyPlaces { entry: String, count: usize, most: usize } =
            "`{entry}` opens place number {count}: a scenario has {most} at most",
            "`{entry}` ouvre le lieu numéro {count} : un scénario en a {most} au plus";
        NeedsPlace { entry: String, instrument: String } =
            "`{entry}` has no `place`: a `{instrument}` acts on a shared place",
            "`{entry}` n'a pas de `place` : `{instrument}` agit sur un tiers-lieu";
        TakesNoCommune { entry: String, instrument: String } =
            "`{entry}` names a commune, but a `{instrument}` acts in the whole territory",
            "`{entry}` nomme une commune, mais `{instrument}` agit sur tout le territoire";
        TakesNoPlace { entry: String, place: String, instrument: String } =
            "`{entry}` names the place `{place}`, but a `{instrument}` acts on no place",
            "`{entry}` nomme le lieu `{place}`, mais `{instrument}` n'agit sur aucun lieu";
        // The command line.
        SetForm { text: String } = "`{text}` is not of the form KEY=VALUE", "`{text}` n'a pas la forme CLÉ=VALEUR";
        SetTwice { key: String } = "`{key}` is given twice", "`{key}` est donné deux fois";
        VaryForm { text: String } =
            "`{text}` is not of the form KEY=VALUE,VALUE", "`{text}` n'a pas la forme CLÉ=VALEUR,VALEUR";
        ValueTwice { key: String, value: String } =
            "`{key}` takes the value {value} twice", "`{key}` prend deux fois la valeur {value}";
        SetAndVaried { key: String } =
            "`{key}` is given by both --set and --vary", "`{key}` est donné à la fois par --set et par --vary";
        NotVaried { key: String } =
            "`{key}` says which worlds there are, not what happens in them", "`{key}` dit quels mondes il y a, pas ce qui s'y passe";
        TooManyPoints { count: usize, most: usize } =
            "these values make {count} combinations, at most {most} are allowed",
            "ces valeurs font {count} combinaisons, {most} au plus sont permises";
        UnknownEntry { name: String } = "no programme entry is named `{name}`", "aucune entrée du programme ne s'appelle `{name}`";
        UnknownParameter { name: String } = "unknown parameter `{name}`", "paramètre inconnu `{name}`";
    }
}

impl From<Facts> for Wrong {
    fn from(facts: Facts) -> Self {
        Self::Facts { facts }
    }
}
