//! Limits on what a template may expand to: loops, repeated lists and repeated text grow without bounds.

/// How much may still be made. A template of CloudFormation's limits (1 MB, 500 resources) needs a fraction.
pub(super) struct Budget {
    values: usize,
    nodes: usize,
    bytes: usize,
    exceeded: bool,
}

/// What a template made too much of.
#[derive(Clone, Copy)]
pub(super) enum Expansion {
    /// Values, in lists that parameters, mappings and functions give.
    Values,
    /// Nodes that `Fn::ForEach` generates.
    Loops,
    /// Text that `Fn::Sub`, `Fn::Join` and their like put together.
    Text,
}

const MAX_VALUES: usize = 800_000;
const MAX_NODES: usize = 400_000;
const MAX_BYTES: usize = 32 << 20;

impl Default for Budget {
    fn default() -> Self {
        Self { values: MAX_VALUES, nodes: MAX_NODES, bytes: MAX_BYTES, exceeded: false }
    }
}

impl Budget {
    /// Takes `amount` off. The message if that was too much, and only the first time.
    pub fn spend(&mut self, expansion: Expansion, amount: usize) -> Result<(), Option<String>> {
        let remaining = match expansion {
            Expansion::Values => &mut self.values,
            Expansion::Loops => &mut self.nodes,
            Expansion::Text => &mut self.bytes,
        };
        if let Some(rest) = remaining.checked_sub(amount)
            && !self.exceeded
        {
            *remaining = rest;
            return Ok(());
        }
        let first = !std::mem::replace(&mut self.exceeded, true);
        Err(first.then(|| match expansion {
            Expansion::Values => {
                format!("the template expands to more than {MAX_VALUES} values: the rest is not resolved")
            }
            Expansion::Loops => format!(
                "the `Fn::ForEach` loops of the template generate more than {MAX_NODES} nodes: the rest is not \
                 expanded"
            ),
            Expansion::Text => format!(
                "the functions of the template make more than {} MiB of text: the rest is not resolved",
                MAX_BYTES >> 20
            ),
        }))
    }
}
