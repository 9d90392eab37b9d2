//! One file out of the page's template, style, modules, words and model.

use super::pack;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The module that lies open in the page, and unpacks the others.
const OPENER: &str = "opener.js";
/// The module at which the page begins.
const FIRST: &str = "main.js";
/// The languages of the page.
const LANGUAGES: [&str; 2] = ["en", "fr"];

/// The whole page. `model` is the packed model as text.
pub fn page(root: &Path, sources: &str, model: &str) -> io::Result<String> {
    let web = root.join("web");
    let read = |name: &str| fs::read_to_string(web.join(name));
    let mut page = read("index.html")?;
    let (opener, code) = code(&web)?;
    // Lines of JSON first, the code last: as `opener.js` takes them apart.
    let packed = pack::packed([words(&web)?, stories()?, code].join("\n").as_bytes())?;
    let style = bare_style(&read("style.css")?);
    for (mark, text) in [
        ("{sources}", sources),
        ("{style-hash}", &hash(&style)),
        ("{style}", &style),
        ("{packed}", &packed),
        ("{model}", model),
        ("{script-hash}", &hash(&opener)),
        ("{opener}", &opener),
    ] {
        if page.matches(mark).count() != 1 {
            return Err(io::Error::other(format!("web/index.html must hold {mark} once")));
        }
        page = page.replacen(mark, text, 1);
    }
    Ok(page)
}

/// What the page's policy knows a script or a style by.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A style sheet without comments, and without spaces where none is needed.
fn bare_style(sheet: &str) -> String {
    let mut bare = String::with_capacity(sheet.len());
    for part in sheet.split("/*").enumerate().map(|(at, part)| match part.split_once("*/") {
        Some((_, after)) if at > 0 => after,
        _ => part,
    }) {
        for word in part.split_inclusive(char::is_whitespace).map(str::trim).filter(|word| !word.is_empty()) {
            let touches = |sign: char| "{};,".contains(sign);
            // A colon touches what follows it; before it a space may mean "any below".
            let after = bare.ends_with(|sign| touches(sign) || sign == ':');
            if !bare.is_empty() && !after && !word.starts_with(touches) {
                bare.push(' ');
            }
            bare.push_str(word);
        }
    }
    bare.replace(";}", "}")
}

/// The words of every language.
fn words(web: &Path) -> io::Result<String> {
    let mut all = serde_json::Map::new();
    for language in LANGUAGES {
        let text = fs::read_to_string(web.join("words").join(format!("{language}.json")))?;
        let words = serde_json::from_str(&text)
            .map_err(|error| io::Error::other(format!("{language}.json: {error}")))?;
        all.insert(language.to_owned(), words);
    }
    Ok(serde_json::Value::Object(all).to_string())
}

/// The stories, read here so that the model need not.
fn stories() -> io::Result<String> {
    Ok(serde_json::to_string(&hameau_workshop::story::stories())?)
}

/// The modules that lie open, and all others, each after those that it imports.
fn code(web: &Path) -> io::Result<(String, String)> {
    let mut modules = Modules { web, done: Vec::new(), code: String::new(), names: BTreeMap::new() };
    modules.add(OPENER)?;
    let opener = std::mem::take(&mut modules.code);
    if opener.to_ascii_lowercase().contains("</script") {
        return Err(io::Error::other("the code of the page would end its own script"));
    }
    modules.add(FIRST)?;
    Ok((opener, modules.code))
}

/// A line without its indentation and without the types that comments within it tell the checker.
fn bare_code(line: &str) -> String {
    let mut code = line.trim_start().to_owned();
    while let Some((before, after)) = code.split_once("/** @") {
        let Some((_, after)) = after.split_once("*/") else { break };
        code = format!("{before}{}", after.trim_start());
    }
    code
}

struct Modules<'w> {
    web: &'w Path,
    done: Vec<String>,
    code: String,
    /// Which module declares a name.
    names: BTreeMap<String, String>,
}

impl Modules<'_> {
    fn add(&mut self, name: &str) -> io::Result<()> {
        if self.done.iter().any(|done| done == name) {
            return Ok(());
        }
        self.done.push(name.to_owned());
        let text = fs::read_to_string(self.web.join(name))
            .map_err(|error| io::Error::other(format!("web/{name}: {error}")))?;
        let mut own = String::new();
        let mut in_comment = false;
        for line in text.lines() {
            let bare = line.trim_start();
            if let Some(from) = bare.strip_prefix("import ") {
                let path = from.split_once(" from \"./").and_then(|(_, path)| path.strip_suffix("\";"));
                let path = path
                    .ok_or_else(|| io::Error::other(format!("web/{name}: an import is one line: {line}")))?;
                self.add(path)?;
                continue;
            }
            // Comments of whole lines are for readers of the repository.
            in_comment |= bare.starts_with("/**") || bare.starts_with("/*");
            let code_after = line.contains("*/") && !line.trim_end().ends_with("*/");
            let comment = in_comment && !code_after || bare.starts_with("//");
            in_comment &= !line.contains("*/");
            if comment || bare.is_empty() {
                continue;
            }
            let line = line.strip_prefix("export ").unwrap_or(line);
            self.declare(line, name)?;
            own.push_str(&bare_code(line));
            own.push('\n');
        }
        self.code.push_str(&own);
        Ok(())
    }

    /// Takes note of a name at the top of a module, and refuses one that another has.
    fn declare(&mut self, line: &str, module: &str) -> io::Result<()> {
        let kinds = ["async function ", "function ", "class ", "const ", "let "];
        let Some(rest) = kinds.iter().find_map(|kind| line.strip_prefix(kind)) else { return Ok(()) };
        let name: String =
            rest.chars().take_while(|sign| sign.is_alphanumeric() || "_$".contains(*sign)).collect();
        match self.names.insert(name.clone(), module.to_owned()) {
            Some(other) if !name.is_empty() => {
                Err(io::Error::other(format!("`{name}` stands in web/{other} and in web/{module}")))
            }
            _ => Ok(()),
        }
    }
}
