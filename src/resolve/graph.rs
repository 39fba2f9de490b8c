//! Order and circles of things that need each other, without recursion: chains may be as long as the file.

/// What [`sort`] found.
pub(super) struct Sorted {
    /// Every node, after those that it needs; on a circle, in any order.
    pub order: Vec<usize>,
    /// The circles that were met, each from its first node to the one that leads back to it.
    pub cycles: Vec<Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// On the path that is being followed, at this position.
    Open(usize),
    Done,
}

/// Sorts nodes by what each of them needs: `needs[a]` holds `b` if `a` needs `b`.
pub(super) fn sort(needs: &[Vec<usize>]) -> Sorted {
    let mut sorted = Sorted { order: Vec::with_capacity(needs.len()), cycles: Vec::new() };
    let mut states = vec![State::New; needs.len()];
    // The path from a root, each node with how many of its needs were followed.
    let mut path: Vec<(usize, usize)> = Vec::new();
    for root in 0..needs.len() {
        if states[root] != State::New {
            continue;
        }
        path.push((root, 0));
        states[root] = State::Open(0);
        while let Some((node, followed)) = path.last_mut() {
            let node = *node;
            let Some(&next) = needs[node].get(*followed) else {
                states[node] = State::Done;
                sorted.order.push(node);
                path.pop();
                continue;
            };
            *followed += 1;
            match states.get(next) {
                Some(State::New) => {
                    states[next] = State::Open(path.len());
                    path.push((next, 0));
                }
                // The first circles say enough; all of them could be quadratic in length.
                Some(State::Open(position)) if sorted.cycles.len() < 10 => {
                    sorted.cycles.push(path[*position..].iter().map(|(node, _)| *node).collect());
                }
                _ => {}
            }
        }
    }
    sorted
}

/// `A → B → A`, shortened where it is long.
pub(super) fn path_of<'n>(names: impl Iterator<Item = &'n str>) -> String {
    const SHOWN: usize = 12;
    let names: Vec<_> = names.collect();
    let mut path = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(" → ");
    if names.len() > SHOWN {
        path.push_str(&format!(" → … ({} more)", names.len() - SHOWN));
    }
    match names.first() {
        Some(first) => format!("{path} → {first}"),
        None => path,
    }
}
