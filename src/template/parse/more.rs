//! Sections that something else brought: entries that a loop made, sections of an included file.

use super::{Parser, check};
use crate::template::{Entry, Node, SourceFile, Template};
use std::sync::Arc;

impl Template {
    /// Reads `sections` under the transforms of this template, and checks the functions in them if they come
    /// from a `file` of their own (else they were checked where they stand).
    pub(crate) fn read_more(&self, sections: Vec<Entry<Node>>, file: Option<Arc<SourceFile>>) -> Template {
        let mut parser = Parser::new(Vec::new());
        parser.partial = true;
        parser.template.transforms = self.transforms.clone();
        parser.template.section_transforms = self.section_transforms.clone();
        parser.under_transforms();
        for section in sections {
            parser.section(section);
        }
        let mut template = parser.finish();
        if let Some(file) = file {
            template.files.push(file);
            let mut found = check(&template);
            template.diagnostics.append(&mut found);
        }
        template
    }
}
