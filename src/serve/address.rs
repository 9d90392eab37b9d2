//! Who asks, and by which name: what limits are counted for, and the names under which this server may be asked.

use axum::extract::{Extension, Request};
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::http::uri::Authority;
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The two ends of a connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    /// Whom limits are counted for.
    pub of: IpAddr,
    /// Whether it comes from this machine.
    pub from_here: bool,
    /// The address of this machine that was asked.
    asked: IpAddr,
}

impl Ends {
    pub fn new(peer: SocketAddr, local: SocketAddr) -> Self {
        let (peer, asked) = (peer.ip().to_canonical(), local.ip().to_canonical());
        Self { of: neighbourhood(peer), from_here: peer == asked, asked }
    }

    /// Whether a request names this server, in its target and in its header.
    fn are_named_by(&self, request: &Request) -> bool {
        let headers = request.headers().get_all(HOST).iter();
        let said = headers.map(|host| Authority::try_from(host.as_bytes()).ok());
        let mut names = said.chain(request.uri().authority().cloned().map(Some)).peekable();
        names.peek().is_some() && names.all(|name| name.is_some_and(|name| self.serve(&name)))
    }

    /// Whether a name is one of this server. Another site can give its name our address (DNS rebinding), and what a browser
    /// then loads under that name would be free to read what we answer.
    fn serve(&self, authority: &Authority) -> bool {
        let name = authority.host().trim_end_matches('.').to_ascii_lowercase();
        let plain = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(&name);
        match plain.parse::<IpAddr>().map(|address| address.to_canonical()) {
            Ok(address) => address.is_loopback() || address == self.asked,
            Err(_) => name == "localhost" || name.ends_with(".localhost"),
        }
    }
}

/// An address of the sixth version stands for its network: one machine has as many as it likes.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        IpAddr::V4(address) => address.into(),
    }
}

/// Lets a request through that names this server.
pub(super) async fn by_its_name(
    Extension(ends): Extension<Ends>,
    request: Request,
    next: Next,
) -> Result<Response, StatusCode> {
    if ends.are_named_by(&request) {
        Ok(next.run(request).await)
    } else {
        Err(StatusCode::MISDIRECTED_REQUEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(peer: &str, local: &str) -> Ends {
        let of = |address: &str| SocketAddr::new(address.parse().expect("an address"), 4263);
        Ends::new(of(peer), of(local))
    }

    #[test]
    fn a_network_is_one_address_and_this_machine_is_known() {
        assert_eq!(ends("2001:db8::1", "2001:db8::2").of, ends("2001:db8::ffff:1", "2001:db8::2").of);
        assert_ne!(ends("2001:db8::1", "2001:db8::2").of, ends("2001:db8:0:1::1", "2001:db8::2").of);
        assert_ne!(ends("192.0.2.1", "192.0.2.9").of, ends("192.0.2.2", "192.0.2.9").of);
        assert_eq!(ends("::ffff:192.0.2.1", "192.0.2.9").of, ends("192.0.2.1", "192.0.2.9").of);
        assert!(ends("::ffff:192.0.2.9", "192.0.2.9").from_here);
        assert!(!ends("127.0.0.2", "127.0.0.1").from_here);
    }

    #[test]
    fn a_foreign_name_is_none_of_ours() {
        let here = ends("192.0.2.1", "192.0.2.9");
        for (name, ours) in [
            ("192.0.2.9", true),
            ("192.0.2.9:4263", true),
            ("127.0.0.1:80", true),
            ("[::1]:4263", true),
            ("localhost", true),
            ("LOCALHOST.:4263", true),
            ("wall.localhost", true),
            ("192.0.2.1", false),
            ("hameau.example", false),
            ("localhost.example", false),
            ("notlocalhost", false),
            ("127.0.0.1.example", false),
            ("[2001:db8::1]", false),
        ] {
            let authority: Authority = name.parse().expect("an authority");
            assert_eq!(here.serve(&authority), ours, "{name}");
        }
    }
}
