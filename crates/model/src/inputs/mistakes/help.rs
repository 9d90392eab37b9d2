//! How mistakes are mended: every template of advice.

use super::Phrase;

super::sentences::sentences! {
    /// What to write instead.
    Help {
        // What to write, as it stands.
        Write { text: String } = "write `{text}`", "écrivez `{text}`";
        ForInstance { text: String } = "for instance `{text}`", "par exemple `{text}`";
        ForJanuary { text: String } = "write `{text}` for January", "écrivez `{text}` pour janvier";
        WithoutQuotes { text: String } = "without quotes: `{text}`", "sans guillemets : `{text}`";
        BetweenQuotes { text: String } = "between quotes: `{text}`", "entre guillemets : `{text}`";
        Percent { percent: String, text: String } = "{percent} % of a whole: write `{text}`", "{percent} % d'un tout : écrivez `{text}`";
        Converted { from: Phrase, to: Phrase, text: String } = "{from} is {to}: write `{text}`", "{from}, c'est {to} : écrivez `{text}`";
        ConvertedOut { from: Phrase, to: Phrase, text: String, range: Phrase } =
            "{from} is {to}: write `{text}` (out of range: {range})",
            "{from}, c'est {to} : écrivez `{text}` (hors de l'intervalle permis : {range})";
        WriteRanged { key: &'static str, range: Phrase } = "write `{key}`: {range}", "écrivez `{key}` : {range}";
        TheRange { range: Phrase } = "the range is {range}", "intervalle permis : {range}";
        Shorten { most: usize } = "shorten it to {most} characters", "raccourcissez à {most} caractères";
        TakeSignAway = "take that sign away, or write the whole value anew", "retirez ce signe, ou réécrivez toute la valeur";
        // What was meant.
        DidYouMean { near: String } = "did you mean `{near}`?", "vouliez-vous dire `{near}` ?";
        MeanOneOf { list: String } = "did you mean one of {list}?", "vouliez-vous dire l'un de {list} ?";
        MeanInstrument { near: &'static str } =
            "did you mean the instrument `{near}`?", "vouliez-vous dire l'instrument `{near}` ?";
        MeanThere { near: String, place: Phrase } =
            "did you mean `{near}`, {place}?", "vouliez-vous dire `{near}`, {place} ?";
        Listed { what: Phrase, names: Phrase } = "{what}: {names}", "{what} : {names}";
        // The file.
        AnotherFile = "was another file given by mistake?", "un autre fichier a-t-il été donné par erreur ?";
        Utf16 = "the file is in UTF-16: save it as UTF-8", "le fichier est en UTF-16 : enregistrez-le en UTF-8";
        Latin1 { letter: String } =
            "in Latin-1 it is `{letter}`: save the file as UTF-8", "en Latin-1 c'est `{letter}` : enregistrez le fichier en UTF-8";
        SaveUtf8 = "save the file as text in UTF-8", "enregistrez le fichier comme texte en UTF-8";
        FourLevels = "a scenario needs four levels at most", "un scénario n'a besoin que de quatre niveaux";
        ListForm = "a list is written `[a, b]`", "une liste s'écrit `[a, b]`";
        TableForm = "a table within a line is written `{ a = 1, b = 2 }`", "une table sur une ligne s'écrit `{ a = 1, b = 2 }`";
        CloseHeader = "close it with `]` or `]]`", "fermez-le par `]` ou `]]`";
        SectionForm =
            "the name of a section is made of `a` to `z`, `0` to `9`, `_` and `-`",
            "le nom d'une section se compose de `a` à `z`, de `0` à `9`, de `_` et de `-`";
        KeyForm =
            "keys are made of `a` to `z`, `0` to `9`, `_` and `-`", "une clé se compose de `a` à `z`, de `0` à `9`, de `_` et de `-`";
        LineForm =
            "a line is `key = value`, `[section]` or `# comment`", "une ligne est `clé = valeur`, `[section]` ou `# commentaire`";
        KeepOne = "keep one of them", "gardez-en un seul";
        OwnName = "give each a name of its own", "donnez à chacun son propre nom";
        // Bases and territories.
        TakeBaseAway =
            "a scenario cannot inherit from itself: take one `base` away", "un scénario ne peut hériter de lui-même : retirez un `base`";
        NamedBy { text: String } = "a scenario names it: `{text}`", "un scénario le nomme : `{text}`";
        OwnTerritory = "its own `territory` may be the file meant here", "son propre `territory` est peut-être le fichier voulu ici";
        // Keys.
        WriteBelow { section: &'static str } =
            "write it on a line below `[{section}]`", "écrivez-la sur une ligne sous `[{section}]`";
        KeysBelow { header: String } = "write `{header}` on a line, its keys below", "écrivez `{header}` sur une ligne, ses clés dessous";
        AsEntry { instrument: &'static str, key: String } =
            "in a `[[programme]]` entry with `instrument = \"{instrument}\"`: `params = { {key} = ... }`",
            "dans une entrée `[[programme]]` avec `instrument = \"{instrument}\"` : `params = { {key} = ... }`";
        InProgramme =
            "an instrument stands in the `[[programme]]` of a scenario", "un instrument se trouve dans le `[[programme]]` d'un scénario";
        AboveParams = "write it above `params`", "écrivez-la au-dessus de `params`";
        ParamsForm = "write `params = { ... }` or `[programme.params]`", "écrivez `params = { ... }` ou `[programme.params]`";
        ValueHas = "a value may have `value` and `source`", "une valeur peut avoir `value` et `source`";
        TitleHas = "a title has `en` and `fr`", "un titre a `en` et `fr`";
        TakeAway { key: &'static str } = "take `{key}` away", "retirez `{key}`";
        Replaced { now: &'static str, range: Phrase } =
            "it gave way to `{now}`: {range}", "elle a cédé la place à `{now}` : {range}";
        // Entries.
        ASection { name: String } =
            "`[{name}]` is a section of its own, not an instrument", "`[{name}]` est une section à part, pas un instrument";
        AnotherName { name: String } =
            "give this entry another name, and drop the other: `without = [\"{name}\"]`",
            "donnez un autre nom à cette entrée, et retirez l'autre : `without = [\"{name}\"]`";
        CouncilPays = "leave it out when the council pays all", "omettez-la si la commune paie tout";
        AddsUp { sum: String } = "{sum}: make it 1", "{sum} : il faut arriver à 1";
        PayRest = "say who pays the rest, or `other`", "dites qui paie le reste, ou `other`";
        PlaceNeeded =
            "name the place that a `shared_place` entry opens: `place = \"...\"`",
            "nommez le lieu qu'ouvre une entrée `shared_place` : `place = \"...\"`";
        PlaceSaysWhere = "take `commune` away: the place says where", "retirez `commune` : le lieu dit où";
        CountsAsOne = "a facilitation without a place counts as one", "une animation sans lieu compte pour un";
        SecondPlace = "a second place has a name of its own", "un second lieu a son propre nom";
        CommuneNeeded = "a shared place stands in a commune, given by name or code", "un tiers-lieu est dans une commune, donnée par son nom ou son code";
        ByCode { codes: String } = "give its code: {codes}", "donnez son code : {codes}";
        EndBefore { entry: String, month: String } =
            "end `{entry}` before it: `until = \"{month}\"`, or name another `place` or `commune`",
            "terminez `{entry}` avant : `until = \"{month}\"`, ou nommez un autre `place` ou `commune`";
        OneAfterOther =
            "let one begin after the other has ended, or name another `place` or `commune`",
            "faites commencer l'une après la fin de l'autre, ou nommez un autre `place` ou `commune`";
        OpensIt =
            "add an entry with `instrument = \"shared_place\"` that opens it", "ajoutez une entrée avec `instrument = \"shared_place\"` qui l'ouvre";
        BeginWhenOpen = "let it begin when the place is open", "faites-la commencer quand le lieu est ouvert";
        LowerBy { by: String } = "lower them by {by} in all", "diminuez-les de {by} en tout";
        LowerBySilent { by: String, silent: String } =
            "lower them by {by} in all; not written, so at their default: {silent}",
            "diminuez-les de {by} en tout ; non écrits, donc à leur valeur par défaut : {silent}";
        LowerAttraction { name: &'static str, range: Phrase } =
            "lower `attraction_gain_share` or `homes_count`, or raise `{name}` ({range})",
            "diminuez `attraction_gain_share` ou `homes_count`, ou augmentez `{name}` ({range})";
        LowerMoney { name: &'static str, range: Phrase } =
            "lower one of them, for instance `{name}` ({range})", "diminuez l'un d'eux, par exemple `{name}` ({range})";
        UntilIsLast = "`until` is the last month in which it acts", "`until` est le dernier mois où elle agit";
        SeeStart = "see `simulation.start`", "voyez `simulation.start`";
        SeePeriod = "see `simulation.start` and `simulation.duration_months`", "voyez `simulation.start` et `simulation.duration_months`";
        // Studies.
        BaseOfStudy = "the scenario in which every factor can be on or off", "le scénario où chaque facteur peut être présent ou absent";
        SeeIndicators = "see docs/indicators.md", "voyez docs/indicators.md";
        OutcomesNeeded =
            "for instance `outcomes = [\"mixed_work_operating_event\"]`, see docs/indicators.md",
            "par exemple `outcomes = [\"mixed_work_operating_event\"]`, voyez docs/indicators.md";
        FactorForm = "each is a `[[factor]]` with `name`, `on` and `off`", "chacun est un `[[factor]]` avec `name`, `on` et `off`";
        FactorChanges =
            "a factor changes something: for instance `off = { without = [\"place\"] }`",
            "un facteur change quelque chose : par exemple `off = { without = [\"place\"] }`";
        EachDoubles = "each factor doubles the settings", "chaque facteur double le nombre de réglages";
        // Tests of scenarios.
        ScenarioOfTest = "the scenario that is put to the test, as a path from this file", "le scénario mis à l'épreuve, comme chemin depuis ce fichier";
        ExpectForm =
            "each is an `[[expect]]` with `indicator` and what is expected of it: `mean = { at_least = 2, at_most = 9 }`",
            "chacune est un `[[expect]]` avec `indicator` et ce qu'on en attend : `mean = { at_least = 2, at_most = 9 }`";
        ClaimForm =
            "write `mean`, `median`, `every_world` or `share_of_worlds`; with `versus`, `difference` or `verdict`",
            "écrivez `mean`, `median`, `every_world` ou `share_of_worlds` ; avec `versus`, `difference` ou `verdict`";
        OneClaimEach = "write an `[[expect]]` for each", "écrivez un `[[expect]]` pour chacune";
        // The command line.
        SeedAndReplicates = "see --seed and --replicates", "voyez --seed et --replicates";
        VaryExample =
            "for instance `travel.speed_km_per_hour=40,60,80`", "par exemple `travel.speed_km_per_hour=40,60,80`";
        FewerValues = "give fewer values, or spread them over several commands", "donnez moins de valeurs, ou répartissez-les entre plusieurs commandes";
        SetExample =
            "for instance `travel.speed_km_per_hour=60` or `programme.NAME.until=2019-12`",
            "par exemple `travel.speed_km_per_hour=60` ou `programme.NOM.until=2019-12`";
        KeyShape = "a key is `section.key` or `programme.NAME.key`", "une clé est `section.clé` ou `programme.NOM.clé`";
        CanBeSet =
            "what can be set: `from`, `until`, `place`, `commune`, `funding` and the levers",
            "ce qui peut être changé : `from`, `until`, `place`, `commune`, `funding` et les leviers";
        NameTheEntry { entry: String, key: String } =
            "name the entry: `programme.{entry}.{key}=...`", "nommez l'entrée : `programme.{entry}.{key}=...`";
        WrittenInFile { key: String } =
            "`{key}` is written in a file; an override changes numbers and entries",
            "`{key}` s'écrit dans un fichier ; la ligne de commande change des nombres et des entrées";
        CheckShows =
            "`check` without `--explain` shows the dates, place and funding of every entry",
            "`check` sans `--explain` montre les dates, le lieu et le financement de chaque entrée";
        // Tables of facts.
        TakeLinesAway = "take the lines above it away", "retirez les lignes au-dessus";
        OneRowEach = "write one row for each commune", "écrivez une ligne par commune";
        OneRowAYear = "write one row for each year", "écrivez une ligne par année";
        CodeForm = "one to five digits or capital letters", "un à cinq chiffres ou lettres capitales";
        Means { means: (&'static str, &'static str) } = "{means}", "{means}";
        WithPoint { text: String } = "write decimals with a point: `{text}`", "écrivez les décimales avec un point : `{text}`";
        ThousandsOrDecimals { whole: String, decimals: String } =
            "write `{whole}`, or with a point `{decimals}`", "écrivez `{whole}`, ou avec un point `{decimals}`";
        Estimate = "write a number: an estimate, or 0", "écrivez un nombre : une estimation, ou 0";
        AllOrNone =
            "write a number, 0 where there is nobody; or leave the whole column empty: a rate of the territory serves",
            "écrivez un nombre, 0 s'il n'y a personne ; ou laissez toute la colonne vide : un taux du territoire en tient lieu";
        FromOutside =
            "count only those who lived outside the territory one year before: a move from one of its communes to another is none",
            "ne comptez que celles et ceux qui habitaient hors du territoire un an avant : un déménagement entre ses communes n'en est pas un";
        TakeRowAway = "take this row away", "retirez cette ligne";
        WholeOrParts { whole: String } =
            "keep the commune `{whole}` or its parts, not both", "gardez la commune `{whole}` ou ses parties, pas les deux";
        Exchange = "exchange the two columns", "échangez les deux colonnes";
        Agree { tolerance: f64 } = "they must agree, to within {tolerance}", "ils doivent concorder, à {tolerance} près";
        Migration { tolerance: f64 } =
            "net migration is the change of population, less births, plus deaths, to within {tolerance}",
            "le solde migratoire est la variation de population, moins les naissances, plus les décès, à {tolerance} près";
        SplitCommune = "split the commune", "partagez la commune";
        RemoveOne = "remove one", "retirez-en un";
        TableNeeded { most: usize } =
            "write `communes = \"table.csv\"`, at most {most} MB", "écrivez `communes = \"table.csv\"`, {most} Mo au plus";
    }
}
