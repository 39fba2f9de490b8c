//! Anchors, aliases and merge keys: each alias becomes a copy of what it stands for.

use super::{Anchored, Builder, Finished, Merge};
use crate::template::limits::{MAX_DEPTH, MAX_NODES};
use crate::template::read::Failure;
use crate::template::{Content, Diagnostic, Entry, Node, Span, Text};
use std::collections::HashSet;

impl Builder {
    /// Remembers the node that an anchor names. The copy counts like any other node.
    pub(super) fn anchor(
        &mut self,
        id: usize,
        finished: &Finished,
        nodes_before: usize,
    ) -> Result<(), Failure> {
        if id == 0 {
            return Ok(());
        }
        let size = self.nodes - nodes_before;
        self.count(size, finished.node.span)?;
        self.anchors.insert(id, Anchored { node: finished.node.clone(), size, height: finished.height });
        Ok(())
    }

    /// Puts a copy of the anchored node in place of the alias.
    pub(super) fn alias(&mut self, id: usize, span: Span) -> Result<(), Failure> {
        if !self.warned_of_alias {
            self.warned_of_alias = true;
            self.diagnostics.push(
                Diagnostic::warning(span, "YAML aliases are read as what they stand for, but CloudFormation's documentation excludes them")
                    .help("`aws cloudformation package` writes a template without them"),
            );
        }
        let Some(anchored) = self.anchors.get(&id) else {
            self.diagnostics.push(Diagnostic::error(span, "this alias stands inside the node that it names"));
            return self.place(Finished {
                node: Node { span, content: Content::Text(Text::default()) },
                height: 0,
                plain: false,
                tagged: false,
            });
        };
        if self.depth + anchored.height > MAX_DEPTH {
            return Err(Failure::too_deep(span));
        }
        let (size, height) = (anchored.size, anchored.height);
        // Counted before it is copied: an alias bomb ends here.
        self.nodes = self.nodes.saturating_add(size);
        if self.nodes > MAX_NODES {
            return Err(Failure::too_many_nodes(span)
                .help("aliases of aliases multiply: write out what they stand for"));
        }
        let node = Node { span, content: anchored.node.content.clone() };
        self.place(Finished { node, height, plain: false, tagged: true })
    }

    /// Replaces `<<` by the entries that it brings: those of the map itself win, then those of later `<<`,
    /// then, in the list of one `<<`, those of earlier maps.
    pub(super) fn merge(&mut self, mut entries: Vec<Entry<Node>>, merges: Vec<Merge>) -> Vec<Entry<Node>> {
        let Some(first) = merges.first() else { return entries };
        if !self.warned_of_merge {
            self.warned_of_merge = true;
            let message = "YAML merge keys (`<<`) are read as the entries that they bring, but CloudFormation's documentation excludes them";
            self.diagnostics.push(
                Diagnostic::warning(first.key_span, message)
                    .help("`aws cloudformation package` writes a template without them"),
            );
        }
        let mut seen: HashSet<Text> = entries.iter().map(|entry| entry.key.clone()).collect();
        for merge in merges.into_iter().rev() {
            let sources = match merge.value.content {
                Content::List(items) => items,
                content => vec![Node { span: merge.value.span, content }],
            };
            let mut brought = Vec::new();
            for source in sources {
                if let Content::Map(map) = source.content {
                    brought.extend(map.entries.into_iter().filter(|entry| seen.insert(entry.key.clone())));
                } else {
                    let message = format!("`<<` merges a map or a list of maps, found {}", source.kind());
                    self.diagnostics.push(Diagnostic::error(source.span, message));
                }
            }
            let position = merge.position.min(entries.len());
            entries.splice(position..position, brought);
        }
        entries
    }
}
