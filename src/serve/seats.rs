//! Places for those who stay and listen: a number of them, and half of them at most for one address.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Streams of news of phones at once. A wall needs none of these seats.
pub const MOST_STREAMS: usize = 400;
/// Streams of news of one address, behind which a whole room may stand.
pub const MOST_STREAMS_OF_ADDRESS: usize = MOST_STREAMS / 2;

/// Who sits where.
#[derive(Default)]
pub(super) struct Seats(Mutex<HashMap<IpAddr, usize>>);

/// A seat, free again when it is dropped.
pub(super) struct Seat {
    seats: Arc<Seats>,
    of: IpAddr,
}

impl Seats {
    /// A seat for somebody at this address, when there is one left.
    pub fn take(self: &Arc<Self>, of: IpAddr) -> Option<Seat> {
        let mut taken = self.taken();
        let own = taken.get(&of).copied().unwrap_or(0);
        if own >= MOST_STREAMS_OF_ADDRESS || taken.values().sum::<usize>() >= MOST_STREAMS {
            return None;
        }
        taken.insert(of, own + 1);
        Some(Seat { seats: Arc::clone(self), of })
    }

    /// Counts are whole after any failure: nothing between two changes can fail.
    fn taken(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.taken();
        if let Some(own) = taken.get_mut(&self.of) {
            *own -= 1;
            if *own == 0 {
                taken.remove(&self.of);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    #[test]
    fn one_address_has_half_of_the_seats_and_a_seat_left_is_free() {
        let seats = Arc::new(Seats::default());
        let take = |host: u8, times: usize| -> Vec<Seat> {
            let of = IpAddr::V4(Ipv4Addr::new(192, 0, 2, host));
            (0..times).filter_map(|_| seats.take(of)).collect()
        };
        let mut first = take(1, MOST_STREAMS);
        assert_eq!(first.len(), MOST_STREAMS_OF_ADDRESS);
        let others: Vec<Seat> = (2..=255).flat_map(|host| take(host, 1)).collect();
        assert_eq!(others.len(), MOST_STREAMS - MOST_STREAMS_OF_ADDRESS);
        assert!(take(2, 1).is_empty());
        first.pop();
        assert_eq!(take(2, 1).len(), 1);
        drop((first, others));
        assert!(seats.taken().is_empty(), "addresses are forgotten with their last seat");
    }
}
