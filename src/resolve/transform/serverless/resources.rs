//! Resources in their order, found by logical ID.

use crate::template::{Resource, Text};
use std::collections::HashMap;

/// Resources, each under its own logical ID.
#[derive(Clone, Default)]
pub(super) struct Resources {
    /// Those that were removed leave a gap.
    list: Vec<Option<Resource>>,
    index: HashMap<Text, usize>,
}

impl From<Vec<Resource>> for Resources {
    fn from(list: Vec<Resource>) -> Self {
        let mut resources = Resources::default();
        list.into_iter().for_each(|resource| resources.insert(resource));
        resources
    }
}

impl Resources {
    /// The resource with this logical ID.
    pub fn get(&self, logical_id: &str) -> Option<&Resource> {
        self.list.get(*self.index.get(logical_id)?)?.as_ref()
    }

    /// The resource with this logical ID, to be changed.
    pub fn get_mut(&mut self, logical_id: &str) -> Option<&mut Resource> {
        self.list.get_mut(*self.index.get(logical_id)?)?.as_mut()
    }

    /// Adds a resource, or puts it in the place of the one with the same logical ID.
    pub fn insert(&mut self, resource: Resource) {
        match self.index.get(&resource.logical_id).and_then(|index| self.list.get_mut(*index)) {
            Some(slot) => *slot = Some(resource),
            None => {
                self.index.insert(resource.logical_id.clone(), self.list.len());
                self.list.push(Some(resource));
            }
        }
    }

    /// Takes a resource out.
    pub fn remove(&mut self, logical_id: &str) {
        if let Some(slot) = self.index.remove(logical_id).and_then(|index| self.list.get_mut(index)) {
            *slot = None;
        }
    }

    /// All resources, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Resource> {
        self.list.iter().flatten()
    }

    /// All resources, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Resource> {
        self.list.iter_mut().flatten()
    }

    /// The resources, each behind the one of `source` that it was made from.
    pub fn in_order_of(self, source: &Resources) -> Vec<Resource> {
        let mut resources: Vec<Resource> = self.list.into_iter().flatten().collect();
        resources.sort_by_cached_key(|resource| {
            let origin =
                resource.made_by.as_ref().map_or(&resource.logical_id, |made_by| &made_by.logical_id);
            let position = source.index.get(origin).copied().unwrap_or(usize::MAX);
            (position, resource.logical_id != *origin)
        });
        resources
    }
}
