//! What a page may do in a browser: its scripts and styles are known by their hash, and nothing that is written into it
//! later runs.

use axum::http::HeaderValue;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

/// The workshop page: it starts workers, and asks for nothing. What it unpacks runs by an address of its own making, and so
/// do its workers (`blob:`).
const OF_PAGE: &str = "script-src {script} 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src 'none'; \
     frame-ancestors 'self'";
/// The phones' page and the wall around the page: they talk to this server, and frame its page.
const OF_ROOM: &str = "script-src {script}; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'";

/// The policy of the workshop page.
pub(super) fn of_page(page: &[u8]) -> HeaderValue {
    filled(OF_PAGE, page)
}

/// The policy of a page of the room.
pub(super) fn of_room(page: &[u8]) -> HeaderValue {
    filled(OF_ROOM, page)
}

fn filled(policy: &str, page: &[u8]) -> HeaderValue {
    let page = String::from_utf8_lossy(page);
    let own = policy.replace("{script}", &hashes(&page, "script"));
    let style = hashes(&page, "style");
    let all = format!(
        "default-src 'none'; {own}; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"
    );
    HeaderValue::try_from(all).expect("a policy of ASCII signs")
}

/// The hashes of what stands between the tags of this name. Data in a script is not run, and needs none.
fn hashes(page: &str, tag: &str) -> String {
    let (begin, end) = (format!("<{tag}"), format!("</{tag}>"));
    let mut hashes = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once(&begin) {
        let Some(((given, text), later)) =
            after.split_once(&end).and_then(|(inside, later)| Some((inside.split_once('>')?, later)))
        else {
            break;
        };
        if !given.contains("type=\"application/") {
            hashes.push(format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text))));
        }
        rest = later;
    }
    hashes.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_has_a_hash_and_data_has_none() {
        let page = "<style>\na {}\n</style><script type=\"application/json\">{}</script><script id=\"x\">alert(1)</script>";
        // As `printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64` says.
        assert_eq!(hashes(page, "script"), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
        assert_eq!(hashes(page, "style").matches("sha256-").count(), 1);
        assert_eq!(hashes("<script>", "script"), "");
    }
}
