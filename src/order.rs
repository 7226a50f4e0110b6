//! Sorting with little code. In: items and what to compare. Out: the items in order, equal ones as they stood.
//!
//! The standard library's sorts are compiled anew for each type, two to six KB of the browser's module each; these
//! sort numbers of items with one copy of it, then move the items.

use std::cmp::Ordering;

/// Up to so many items are moved to their places one by one.
const FEW: usize = 16;

/// Sorts items by what `key` tells of them.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts items as `compare` says, which must be a total order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() <= FEW {
        for end in 1..items.len() {
            let mut at = end;
            while at > 0 && compare(&items[at - 1], &items[at]) == Ordering::Greater {
                items.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    sort_numbers(&mut order, &|a, b| compare(&items[a as usize], &items[b as usize]));
    // `order[place]` is the item that belongs there; each round of such moves is gone through once.
    for start in 0..items.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place as u32) as usize;
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

#[inline(never)] // The one copy.
fn sort_numbers(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(keys in proptest::collection::vec(0_u8..40, 0..200)) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            prop_assert_eq!(items, expected);
        }
    }
}
