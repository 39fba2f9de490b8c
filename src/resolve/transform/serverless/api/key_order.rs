//! The order in which Python 2.7 goes through the keys of a dictionary.
//!
//! SAM was written in Python 2, and the logical ID of an API's deployment holds a hash of the API's definition as Python 2
//! printed it. SAM has kept these IDs ever since, and so the order of keys in Python 2, which follows from their hashes and
//! from the history of the dictionary.
//!
//! Facts: CPython 2.7, `Objects/dictobject.c` (`lookdict`, `dictresize`, `PyDict_Merge`) and `Objects/stringobject.c`
//! (`string_hash`).

use crate::template::Text;

/// The smallest table. It is always a power of two.
const MIN_SIZE: usize = 8;

/// Dictionaries with more keys than this grow more slowly.
const LARGE: usize = 50_000;

/// The keys of a dictionary, in the open-addressed table that Python 2.7 keeps them in.
#[derive(Clone, Debug)]
pub(super) struct KeyOrder {
    slots: Vec<Slot>,
    /// Keys.
    used: usize,
    /// Slots that hold a key or held one.
    filled: usize,
}

#[derive(Clone, Debug)]
enum Slot {
    Empty,
    /// There was a key.
    Dummy,
    Key(Text, u64),
}

impl Default for KeyOrder {
    fn default() -> Self {
        KeyOrder { slots: vec![Slot::Empty; MIN_SIZE], used: 0, filled: 0 }
    }
}

impl<'a> FromIterator<&'a Text> for KeyOrder {
    /// The keys, added one by one.
    fn from_iter<I: IntoIterator<Item = &'a Text>>(keys: I) -> Self {
        let mut order = KeyOrder::default();
        keys.into_iter().for_each(|key| order.add(key));
        order
    }
}

impl KeyOrder {
    /// The keys in the order of the table.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Text> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Key(key, _) => Some(key),
            Slot::Empty | Slot::Dummy => None,
        })
    }

    /// Adds a key; nothing changes if it is there.
    pub(super) fn add(&mut self, key: &Text) {
        self.insert(key.clone(), hash(key));
    }

    /// Takes a key out.
    pub(super) fn remove(&mut self, key: &str) {
        let index = self.index(key, hash(key));
        if let Some(slot @ Slot::Key(..)) = self.slots.get_mut(index) {
            *slot = Slot::Dummy;
            self.used -= 1;
        }
    }

    /// Adds the keys of another dictionary at once, as `update` does.
    pub(super) fn merge(&mut self, other: &KeyOrder) {
        if other.used == 0 {
            return;
        }
        if (self.filled + other.used) * 3 >= self.slots.len() * 2 {
            self.resize((self.used + other.used) * 2);
        }
        for slot in &other.slots {
            if let Slot::Key(key, hash) = slot {
                self.insert(key.clone(), *hash);
            }
        }
    }

    /// What `copy.deepcopy` makes of it: a dictionary with the same keys, added one by one in this order. The order may
    /// change thereby. Tells whether the table did.
    pub(super) fn copy_deeply(&mut self) -> bool {
        let mut copy = KeyOrder::default();
        for slot in &self.slots {
            if let Slot::Key(key, hash) = slot {
                copy.insert(key.clone(), *hash);
            }
        }
        let is_same = copy.slots.len() == self.slots.len()
            && copy.slots.iter().zip(&self.slots).all(|pair| match pair {
                (Slot::Empty, Slot::Empty) => true,
                (Slot::Key(left, _), Slot::Key(right, _)) => left == right,
                _ => false,
            });
        *self = copy;
        !is_same
    }

    /// What `dict.copy` makes of it.
    pub(super) fn copied(&self) -> KeyOrder {
        let mut copy = KeyOrder::default();
        copy.merge(self);
        copy
    }

    fn insert(&mut self, key: Text, hash: u64) {
        let index = self.index(&key, hash);
        let Some(slot) = self.slots.get_mut(index) else { return };
        match slot {
            Slot::Key(..) => return,
            Slot::Dummy => {}
            Slot::Empty => self.filled += 1,
        }
        *slot = Slot::Key(key, hash);
        self.used += 1;
        if self.filled * 3 >= self.slots.len() * 2 {
            self.resize(self.used * if self.used > LARGE { 2 } else { 4 });
        }
    }

    /// The slot of a key, or the one where it would go.
    fn index(&self, key: &str, hash: u64) -> usize {
        let mask = self.slots.len() as u64 - 1;
        let mut free = None;
        let mut probe = hash;
        let mut perturb = hash;
        loop {
            #[allow(clippy::cast_possible_truncation)] // below the size of the table
            let index = (probe & mask) as usize;
            match self.slots.get(index) {
                Some(Slot::Key(other, _)) if **other != *key => {}
                Some(Slot::Dummy) => {
                    free.get_or_insert(index);
                }
                Some(Slot::Empty) => return free.unwrap_or(index),
                _ => return index,
            }
            probe = probe.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1);
            perturb >>= 5;
        }
    }

    /// A table with more slots than `request`. Keys move over in their order.
    fn resize(&mut self, request: usize) {
        let mut size = MIN_SIZE;
        while size <= request {
            size *= 2;
        }
        let slots = std::mem::replace(&mut self.slots, vec![Slot::Empty; size]);
        self.used = 0;
        self.filled = 0;
        for slot in slots {
            if let Slot::Key(key, hash) = slot {
                self.insert(key, hash);
            }
        }
    }
}

/// The hash of a string in Python 2.7 with 64 bits.
fn hash(text: &str) -> u64 {
    let Some(first) = text.chars().next() else { return 0 };
    let mut value = u64::from(u32::from(first)) << 7;
    let mut length = 0_u64;
    for character in text.chars() {
        value = value.wrapping_mul(1_000_003) ^ u64::from(u32::from(character));
        length += 1;
    }
    value ^ length
}

#[cfg(test)]
mod tests {
    use super::KeyOrder;
    use crate::template::Text;

    fn order(keys: &[&str]) -> Vec<String> {
        let keys: Vec<Text> = keys.iter().map(|key| Text::from(*key)).collect();
        keys.iter().collect::<KeyOrder>().iter().map(ToString::to_string).collect()
    }

    /// What `list({…})` gives in Python 2.7.
    #[test]
    fn keys_come_in_the_order_of_their_hashes() {
        assert_eq!(order(&["a", "b", "c"]), ["a", "c", "b"]);
        assert_eq!(order(&["swagger", "info", "paths"]), ["info", "paths", "swagger"]);
    }

    #[test]
    fn history_matters_where_hashes_collide() {
        assert_ne!(order(&["a", "i"]), order(&["i", "a"]));
    }
}
