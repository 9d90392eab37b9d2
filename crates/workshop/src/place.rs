//! Where the files of the page's scenarios are: one text that the page holds, as if it lay beside the shipped scenarios.

use super::refusal::Refusal;
use hameau_model::inputs::library;
use hameau_model::inputs::mistakes::Phrase;
use hameau_model::inputs::scenario::{Files, Overrides, Scenario, resolve};

/// The name of a text that has none.
const UNNAMED: &str = "scenario.toml";
/// Characters of a name at most.
const LONGEST: usize = 80;

/// A scenario as text, under the name of a file.
pub(super) struct Text<'t> {
    file: String,
    toml: &'t str,
}

impl<'t> Text<'t> {
    /// `toml` under the name `file`, or the usual one. Folders are left out, and so is what would name a shipped file.
    pub fn new(toml: &'t str, file: Option<&str>) -> Self {
        let name = file.unwrap_or_default().rsplit(['/', '\\', ':']).next().unwrap_or_default();
        let name: String = name.chars().filter(|sign| !sign.is_control()).take(LONGEST).collect();
        let name = name.trim();
        Self { file: if name.is_empty() { UNNAMED.to_owned() } else { name.to_owned() }, toml }
    }

    /// The scenario that it means.
    pub fn scenario(&self, set: &[String]) -> Result<Scenario, Refusal> {
        let overrides = Overrides { set: set.to_vec(), ..Overrides::default() };
        resolve(&self.file, &overrides, self).map_err(|mistakes| Refusal::new(&mistakes, self, set))
    }
}

impl Files for Text<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, Phrase> {
        if path == self.file {
            return Ok(self.toml.as_bytes().to_vec());
        }
        library::embedded(path).map(<[u8]>::to_vec).ok_or(Phrase::NoFile)
    }

    fn list(&self, folder: &str) -> Vec<String> {
        if folder.is_empty() {
            library::names().map(|name| format!("{name}.toml")).collect()
        } else {
            Vec::new()
        }
    }
}
