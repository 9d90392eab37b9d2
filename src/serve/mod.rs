//! The workshop page over a network, and the room that votes with its phones.
//!
//! The files served are inside the program: no path of a request ever reaches a disk. What a room says is kept in memory,
//! without a name, until the program ends.

mod address;
mod answers;
mod bucket;
mod connections;
mod events;
mod paths;
mod policy;
mod room;
mod seats;
mod secret;

use room::Room;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

pub use connections::{MOST_CONNECTIONS, MOST_CONNECTIONS_OF_ADDRESS, PATIENCE};
pub use room::{BURST_OF_ADDRESS, BURST_OF_PHONE, MOST_BYTES, MOST_PHONES, MOST_PHONES_OF_ADDRESS};
pub use seats::{MOST_STREAMS, MOST_STREAMS_OF_ADDRESS};

/// The page, as it was built.
pub static PAGE: &[u8] = include_bytes!("../../web/hameau-workshop.html");

/// The port when nobody asks for one.
pub const PORT: u16 = 4263;
/// How long answers under way may take once the end is asked for.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// What is served, and where.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The address that is listened on.
    pub host: IpAddr,
    /// The port; 0 is any that is free. When none is asked for, [`PORT`], or any when that is taken.
    pub port: Option<u16>,
    /// Whether phones vote.
    pub room: bool,
}

/// A server that listens, and answers once it runs.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    room: Option<Arc<Room>>,
    stop: watch::Sender<bool>,
}

/// Ends a server from another thread.
#[derive(Clone)]
pub struct Stopper(watch::Sender<bool>);

impl Stopper {
    /// Asks the server to end. Says whether it was asked before.
    pub fn stop(&self) -> bool {
        self.0.send_replace(true)
    }
}

impl Server {
    /// Takes the address.
    ///
    /// # Errors
    /// When the port is taken, or the address is none of this machine's.
    pub fn bind(asked: Asked) -> io::Result<Self> {
        let listener = match TcpListener::bind((asked.host, asked.port.unwrap_or(PORT))) {
            Err(error) if asked.port.is_none() && error.kind() == io::ErrorKind::AddrInUse => {
                TcpListener::bind((asked.host, 0))?
            }
            bound => bound?,
        };
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let room = if asked.room { Some(Arc::new(Room::new(secret::hexadecimal()?))) } else { None };
        let (stop, _) = watch::channel(false);
        Ok(Self { listener, address, room, stop })
    }

    /// What is listened on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the page for this machine.
    pub fn page(&self) -> String {
        let here =
            if self.address.ip().is_unspecified() { loopback(self.address.ip()) } else { self.address.ip() };
        format!("http://{}/", SocketAddr::new(here, self.address.port()))
    }

    /// The address of the wall, which alone opens and closes questions; none without a room.
    pub fn wall(&self) -> Option<String> {
        self.room.as_ref().map(|room| format!("{}wall#{}", self.page(), room.token()))
    }

    /// The address for phones; none without a room.
    pub fn phones(&self) -> Option<String> {
        self.room.as_ref()?;
        let there =
            if self.address.ip().is_unspecified() { outward(self.address.ip()) } else { self.address.ip() };
        Some(format!("http://{}/room", SocketAddr::new(there, self.address.port())))
    }

    /// What ends this server.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.stop.clone())
    }

    /// Answers until it is asked to end.
    ///
    /// # Errors
    /// When the system gives no threads or sockets.
    pub fn run(self) -> io::Result<()> {
        let phones = self.phones();
        let paths = paths::paths(self.room.zip(phones));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let stop = self.stop.subscribe();
        let ended = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            connections::taken(listener, paths, stop).await;
            Ok(())
        });
        runtime.shutdown_timeout(LAST_WORDS);
        ended
    }
}

/// The loopback address of a family.
fn loopback(family: IpAddr) -> IpAddr {
    if family.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { std::net::Ipv6Addr::LOCALHOST.into() }
}

/// The address by which a network near by would know this machine: that from which a packet would leave. None is sent. A
/// machine without a network is known to itself only.
fn outward(family: IpAddr) -> IpAddr {
    let (here, there) =
        if family.is_ipv4() { ("0.0.0.0:0", "192.0.2.1:9") } else { ("[::]:0", "[2001:db8::1]:9") };
    let found = UdpSocket::bind(here).and_then(|socket| {
        socket.connect(there)?;
        Ok(socket.local_addr()?.ip())
    });
    found.unwrap_or_else(|_| loopback(family))
}
