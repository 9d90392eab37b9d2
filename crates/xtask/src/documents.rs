//! Writes every file that is generated from the tables. Run it from the root of the repository after a change of a row.

use hameau::documents::documents;
use std::path::Path;

fn main() -> std::io::Result<()> {
    for document in documents() {
        let path = Path::new(document.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, document.text)?;
        println!("{}", document.path);
    }
    Ok(())
}
