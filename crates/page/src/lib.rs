//! The door from a web page: functions under plain names that take and return numbers, and texts in memory.
//!
//! A request is written into memory that [`hameau_alloc`] gave, [`hameau_call`] answers it, and both texts are given back
//! with [`hameau_free`]. A panic stops the machine where it stands; what it said can still be asked for with
//! [`hameau_bug`], and then only a new instance is of use.

use hameau_workshop::Workshop;
use std::sync::{Mutex, Once, PoisonError};

/// What the page shows, between its requests.
static WORKSHOP: Mutex<Option<Workshop>> = Mutex::new(None);
/// What the last panic said.
static BUG: Mutex<String> = Mutex::new(String::new());

/// [`hameau_model::kernel::random::self_digest`], so that a page or a test can compare its draws with those of a native build.
// SAFETY: no other function of this crate bears the name.
#[allow(
    unsafe_code,
    reason = "a name that JavaScript can call is, for the compiler, a promise that it is unique"
)]
#[unsafe(no_mangle)]
pub extern "C" fn hameau_digest(seed: u64) -> u64 {
    hameau_model::kernel::random::self_digest(seed)
}

/// [`hameau_model::observe::run_digest`]; `imitation` is 0 or 1.
// SAFETY: no other function of this crate bears the name.
#[allow(
    unsafe_code,
    reason = "a name that JavaScript can call is, for the compiler, a promise that it is unique"
)]
#[unsafe(no_mangle)]
pub extern "C" fn hameau_run_digest(replicate: u32, months: u32, imitation: u32) -> u64 {
    hameau_model::observe::run_digest(replicate, months, imitation != 0)
}

/// Room for a text of `len` bytes, all zero.
// SAFETY: no other function of this crate bears the name.
#[allow(
    unsafe_code,
    reason = "a name that JavaScript can call is, for the compiler, a promise that it is unique"
)]
#[unsafe(no_mangle)]
pub extern "C" fn hameau_alloc(len: u32) -> *mut u8 {
    lent(vec![0; len as usize])
}

/// Takes back the room of a text: one that [`hameau_alloc`] gave, or one that holds an answer.
///
/// # Safety
/// `ptr` and `len` are those of such a text, and it was not given back before.
#[allow(unsafe_code, reason = "memory that JavaScript held comes back as an address and a length")]
// SAFETY: no other function of this crate bears the name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hameau_free(ptr: *mut u8, len: u32) {
    // SAFETY: the caller promises that the text was lent and not yet given back.
    drop(unsafe { given_back(ptr, len) });
}

/// Answers the request in the `len` bytes at `ptr`, which stay the caller's: address times 2^32 plus length of the answer,
/// which is the caller's to give back.
///
/// # Safety
/// `ptr` and `len` are those of a text that [`hameau_alloc`] gave, and it was not given back.
#[allow(unsafe_code, reason = "a request from JavaScript is an address and a length")]
// SAFETY: no other function of this crate bears the name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hameau_call(ptr: *const u8, len: u32) -> u64 {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            let said = panic.to_string();
            *BUG.lock().unwrap_or_else(PoisonError::into_inner) = said;
        }));
    });
    // SAFETY: the caller promises that `len` bytes stand there, all of them written when they were lent.
    let request = unsafe { std::slice::from_raw_parts(ptr, len as usize) };
    let request = String::from_utf8_lossy(request);
    let mut workshop = WORKSHOP.lock().unwrap_or_else(PoisonError::into_inner);
    text(workshop.get_or_insert_default().call(&request))
}

/// What the panic said that stopped the last request, as [`hameau_call`] returns an answer; empty without one.
// SAFETY: no other function of this crate bears the name.
#[allow(
    unsafe_code,
    reason = "a name that JavaScript can call is, for the compiler, a promise that it is unique"
)]
#[unsafe(no_mangle)]
pub extern "C" fn hameau_bug() -> u64 {
    // Nothing is locked for long: a lock that is held is held by the request that panicked.
    text(BUG.try_lock().map(|said| said.clone()).unwrap_or_default())
}

/// Address and length of a text that now belongs to the caller.
fn text(text: String) -> u64 {
    let bytes = text.into_bytes();
    let len = bytes.len() as u64;
    (lent(bytes) as u64) << 32 | len
}

fn lent(bytes: Vec<u8>) -> *mut u8 {
    Box::into_raw(bytes.into_boxed_slice()).cast()
}

/// What [`lent`] lent.
///
/// # Safety
/// `ptr` and `len` are what it returned and the length of what it took, and this is the only time.
#[allow(unsafe_code, reason = "memory that JavaScript held comes back as an address and a length")]
unsafe fn given_back(ptr: *mut u8, len: u32) -> Box<[u8]> {
    let slice = std::ptr::slice_from_raw_parts_mut(ptr, len as usize);
    // SAFETY: `lent` made the address of a boxed slice of this length, and nobody else owns it any more.
    unsafe { Box::from_raw(slice) }
}
