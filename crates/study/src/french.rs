//! What is said of studies and folders in French. The English words stand beside each variant.

use crate::engine::StudyError;
use crate::store::{HEAD, StoreError};
use hameau_model::kernel::language::Language;

/// Reasons within sentences, in English and in French; what a system says itself stays as it is.
const REASONS: [(&str, &str); 24] = [
    ("the disk is full", "le disque est plein"),
    ("your share of the disk is used up", "votre part du disque est épuisée"),
    (
        "the file is larger than this disk, or a limit set for you, allows",
        "le fichier dépasse ce que permet ce disque, ou une limite qui vous est fixée",
    ),
    ("you may not write there", "vous n'avez pas le droit d'y écrire"),
    ("the disk is read-only", "le disque est en lecture seule"),
    ("a part of its path is a file, not a folder", "une partie de son chemin est un fichier, pas un dossier"),
    ("something else of that name is there", "autre chose y porte ce nom"),
    ("a folder of that name is there", "un dossier y porte ce nom"),
    ("this disk cannot do what is asked of it", "ce disque ne sait pas faire ce qu'on lui demande"),
    ("no such file or folder", "ce fichier ou ce dossier n'existe pas"),
    ("it is gone", "il a disparu"),
    ("no file of a plan has this name", "aucun fichier d'un plan ne porte ce nom"),
    ("its content is not what its name says", "son contenu n'est pas ce que dit son nom"),
    ("it has fewer rows than its plan", "il a moins de lignes que son plan"),
    ("a row of it is not as it was written", "une de ses lignes n'est plus celle qui a été écrite"),
    ("a column of it is of another kind", "une de ses colonnes est d'une autre sorte"),
    ("it has no base", "il n'a pas de base"),
    ("worlds of scenarios", "un ensemble de mondes simulés"),
    ("a comparison", "une comparaison"),
    ("a factorial study", "un plan factoriel"),
    ("a ledger of assumptions", "un registre des hypothèses"),
    ("monthly", "mensuelles (monthly)"),
    ("yearly", "annuelles (yearly)"),
    ("none", "aucune (none)"),
];

fn reason(english: &str) -> &str {
    REASONS.iter().find(|(en, _)| *en == english).map_or(english, |(_, french)| french)
}

impl StudyError {
    /// What is wrong, and what to do, in a language.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::French => self.french(),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::Store(error) => error.french(),
            Self::OtherSeed { folder, there, asked } => format!(
                "`{folder}` contient des mondes de la graine {there}, et non {asked} : nommez un autre dossier avec --out, ou recommencez avec --force"
            ),
            Self::OtherSeries { folder, there, asked } => format!(
                "`{folder}` garde les séries {}, et non {} : retirez --series pour le poursuivre, ou nommez un autre dossier avec --out",
                reason(there),
                reason(asked)
            ),
            Self::OtherContent { folder, name, differences } => format!(
                "`{folder}` contient un autre `{name}` ({}) : nommez un autre dossier avec --out, ou recommencez avec --force",
                differences.join(" ; ")
            ),
            Self::OtherKind { folder, there, asked } => format!(
                "`{folder}` est {}, et non {} : nommez un autre dossier avec --out, ou recommencez avec --force",
                reason(there),
                reason(asked)
            ),
            Self::NoComparison { folder, there } => format!(
                "`{folder}` est {}, pas une comparaison : on ne confronte que des dossiers écrits par `hameau compare`",
                reason(there)
            ),
            Self::SameName { name, first, second } => format!(
                "deux scénarios s'appellent `{name}` ({first} et {second}) : donnez à l'un d'eux un autre `name`"
            ),
            Self::Torn { folder } => format!(
                "le plan de `{folder}` n'est pas entier : relancez sa commande, ou recommencez avec --force"
            ),
            Self::TooMany { folder, runs, most } => format!(
                "`{folder}` contiendrait {runs} simulations, plus que {most} : répartissez-les entre plusieurs dossiers avec --out"
            ),
            Self::NotPlanned { folder, name, worlds } => format!(
                "le plan de `{folder}` n'a pas les {worlds} premiers mondes de `{name}`, dont il parle : recommencez avec --force"
            ),
            Self::Unmade { folder, why } => {
                format!("on ne peut refaire `{folder}` à partir de son plan : {}", reason(why))
            }
            Self::Incomplete { folder, runs, blocks, example } => format!(
                "`{folder}` n'est pas complet : il manque {runs} simulations en {blocks} blocs, par exemple {example} ; relancez sa commande pour poursuivre"
            ),
            Self::NotMade { folder } => format!(
                "les tableaux de `{folder}` ne sont pas ceux de son plan : relancez sa commande, ou `hameau merge {folder}`"
            ),
            Self::Differs { scenario, replicate, part } => format!(
                "le monde {replicate} de `{scenario}` a donné d'autres valeurs que celles de `{part}` : la même simulation doit donner les mêmes bits ; rien n'a été remplacé"
            ),
            Self::NoThreads { threads, why } => format!(
                "impossible de lancer {threads} fils d'exécution : {} ; demandez-en moins avec --threads",
                reason(why)
            ),
        }
    }
}

impl StoreError {
    fn french(&self) -> String {
        match self {
            Self::Foreign { folder, file } => format!(
                "`{folder}` contient `{file}`, qui n'appartient pas à un dossier de résultats : rien n'y est touché ; nommez un autre dossier avec --out"
            ),
            Self::NotAFolder { folder } => {
                format!("`{folder}` n'est pas un dossier : nommez-en un autre avec --out")
            }
            Self::Dangling { folder } => format!(
                "`{folder}` est un lien vers ce qui n'existe pas : créez le dossier auquel il mène, ou nommez-en un autre avec --out"
            ),
            Self::NoTemporary { path, why } => format!(
                "impossible de créer un fichier dans `{path}`, où vont les fichiers temporaires : {} ; donnez à TMPDIR un dossier où vous pouvez écrire",
                reason(why)
            ),
            Self::NoStudy { folder } => {
                format!("`{folder}` ne contient pas de résultats : il n'a pas de {HEAD}")
            }
            Self::OtherVersion { folder, what } => format!(
                "`{folder}` a été écrit par une autre version du programme ({what}) : lisez-le avec cette version, recommencez avec --force, ou nommez un autre dossier avec --out"
            ),
            Self::Plan { path, why } => format!(
                "`{path}` est endommagé : {} ; sans lui le plan est illisible : recommencez avec --force, ou nommez un autre dossier avec --out",
                reason(why)
            ),
            Self::Damaged { path, why } => format!("`{path}` est endommagé : {}", reason(why)),
            Self::Write { path, why } => format!("impossible d'écrire `{path}` : {}", reason(why)),
            Self::Read { path, why } => format!("impossible de lire `{path}` : {}", reason(why)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::in_words as plain;
    use std::io::{Error, ErrorKind};

    #[test]
    fn reasons_that_the_program_knows_are_said_in_french() {
        for kind in [
            ErrorKind::StorageFull,
            ErrorKind::QuotaExceeded,
            ErrorKind::FileTooLarge,
            ErrorKind::PermissionDenied,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::NotADirectory,
            ErrorKind::AlreadyExists,
            ErrorKind::IsADirectory,
            ErrorKind::Unsupported,
            ErrorKind::NotFound,
        ] {
            let why = plain(&Error::from(kind));
            assert_ne!(reason(&why), why, "{why} has no French words");
        }
        let error =
            StudyError::from(StoreError::Write { path: "a".to_owned(), why: "the disk is full".to_owned() });
        assert_eq!(error.say(Language::French), "impossible d'écrire `a` : le disque est plein");
        assert_eq!(error.say(Language::English), "cannot write `a`: the disk is full");
    }

    /// Whoever changes the English words of a reason finds the French ones here: each stands in a source.
    #[test]
    fn no_reason_is_kept_that_nobody_says() {
        let sources: String = ["store", "engine"]
            .iter()
            .flat_map(|room| {
                std::fs::read_dir(format!("{}/src/{room}", env!("CARGO_MANIFEST_DIR"))).expect("a room")
            })
            .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a source"))
            .collect();
        let others = ["it has no base"];
        for (english, _) in REASONS {
            let said = sources.contains(&format!("\"{english}\"")) || others.contains(&english);
            assert!(said, "{english}");
        }
    }
}
