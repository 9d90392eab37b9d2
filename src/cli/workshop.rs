//! `hameau workshop`.

use super::options::Lang;
use super::{Exit, mistake, say};
use crate::serve::{Asked, PORT, Server, Stopper};
use hameau_words::Language;
use std::io::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr};

/// Serves the workshop page: two policies in the same world, to be bet on before they are run
///
/// The page is inside the program and asks for nothing. It is served to this machine only, unless --host is given. With
/// --room, phones vote: the wall shows a code to photograph and what was bet. Votes are kept in memory, without names.
///
/// Exit codes: 0 ended by Ctrl-C, 1 the port is taken or the address is not of this machine.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Opens the page in the browser
    #[arg(long)]
    open: bool,
    /// Port to listen on, 0 for any that is free; else 4263, or any that is free when that is taken
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Lets phones vote on the question that the wall opens
    #[arg(long)]
    room: bool,
    /// Address to listen on; 0.0.0.0 for all of this machine's
    #[arg(long, value_name = "ADDR", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Prints the addresses, and nothing else but errors and warnings
    #[arg(long)]
    quiet: bool,
    /// Language of what is printed; else that of the locale
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Arguments { open, port, room, host, quiet, lang } = *arguments;
    let language = Lang::or_locale(lang);
    let server = match Server::bind(Asked { host, port, room }) {
        Ok(server) => server,
        Err(error) => return refused(&error, host, port.unwrap_or(PORT), language),
    };
    warn(&server, host, language);
    let exit = say(&addresses(&server, quiet, language));
    if exit != Exit::Done {
        return exit;
    }
    end_when_asked(server.stopper());
    if open {
        show(&server.wall().unwrap_or_else(|| server.page()), language);
    }
    match server.run() {
        Ok(()) => Exit::Done,
        Err(error) => mistake(language, (error.to_string(), error.to_string())),
    }
}

/// Where to look. A line that begins with an address is for those who read it with a program.
fn addresses(server: &Server, quiet: bool, language: Language) -> String {
    let rows = match (server.wall(), server.phones()) {
        (Some(wall), Some(phones)) => vec![(("wall", "mur"), wall), (("phones", "téléphones"), phones)],
        _ => vec![(("page", "page"), server.page())],
    };
    let line = |(name, address): &((&str, &str), String)| {
        if quiet { format!("{address}\n") } else { format!("{:<12}{address}\n", language.of(*name)) }
    };
    let end = if quiet { "" } else { language.of(("Ctrl-C ends it\n", "Ctrl-C pour arrêter\n")) };
    rows.iter().map(line).chain([end.to_owned()]).collect()
}

/// What follows from the address that is listened on.
fn warn(server: &Server, host: IpAddr, language: Language) {
    let words = if !host.is_loopback() {
        (
            "warning: whoever is on the same network can open the page",
            "attention : la page s'ouvre à toute personne du même réseau",
        )
    } else if server.wall().is_some() {
        (
            "warning: only this machine can vote; for phones give --host 0.0.0.0 or the address of one network",
            "attention : seule cette machine peut voter ; pour les téléphones, donnez --host 0.0.0.0 ou l'adresse d'un réseau",
        )
    } else {
        return;
    };
    let _ = writeln!(io::stderr(), "{}", language.of(words));
}

/// Tells why an address could not be listened on.
fn refused(error: &io::Error, host: IpAddr, port: u16, language: Language) -> Exit {
    let words = match error.kind() {
        io::ErrorKind::AddrInUse => (
            format!("port {port} is taken; give another one with --port, or none"),
            format!("le port {port} est pris ; donnez-en un autre avec --port, ou aucun"),
        ),
        io::ErrorKind::AddrNotAvailable => (
            format!("{host} is no address of this machine"),
            format!("{host} n'est pas une adresse de cette machine"),
        ),
        io::ErrorKind::PermissionDenied => (
            format!("port {port} is not for everybody: the system keeps those below 1024"),
            format!("le port {port} n'est pas à tout le monde : le système garde ceux en dessous de 1024"),
        ),
        _ => (
            format!("cannot listen on {host}: {error}"),
            format!("impossible d'écouter sur {host} : {error}"),
        ),
    };
    mistake(language, words)
}

/// Ctrl-C, and what asks a process to end, end the server; a second time they end the program at once.
fn end_when_asked(stopper: Stopper) {
    let _ = ctrlc::set_handler(move || {
        if stopper.stop() {
            std::process::exit(Exit::Interrupted as i32);
        }
    });
}

/// Opens the page. A machine without a display has nothing to open it with; the address was printed all the same.
fn show(address: &str, language: Language) {
    if let Err(error) = opener::open_browser(address) {
        let words = ("cannot open it here", "impossible de l'ouvrir ici");
        let colon = language.of((":", " :"));
        let _ = writeln!(io::stderr(), "{}{colon} {error}", language.of(words));
    }
}
