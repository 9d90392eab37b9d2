//! Writes every file that is generated from the tables. Run it from the root of the repository after a change of a row.

use crate::common::root;
use hameau_words::documents::documents;

pub fn run() -> std::io::Result<()> {
    for document in documents() {
        let path = root().join(document.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, document.text)?;
        println!("{}", document.path);
    }
    Ok(())
}
