//! What the requests to the method of an event look like.

use super::super::super::Failure;
use super::super::editor::{list_of, map_of, word_of};
use super::super::fields::Fields;
use super::super::piece::Piece;
use super::super::swagger::{Method, Parameter, Swagger};
use super::Route;

impl Route {
    pub(super) fn add_model(
        &self,
        api: &Piece,
        method: &Method<'_>,
        swagger: &mut Swagger<'_>,
    ) -> Result<(), Failure> {
        let Some(model) = self.properties.get_set("RequestModel") else { return Ok(()) };
        map_of(model, "`RequestModel`")?;
        let Some(name) = model.get_set("Model") else { return Ok(()) };
        let name = word_of(name, "`Model` of `RequestModel`")?;
        let is_declared = match api.get_set("Models") {
            Some(models) => map_of(models, "`Models` of the API")?.get(&name.text).is_some_and(Piece::is_set),
            None => false,
        };
        if !is_declared {
            return self.wrong(&format!("the API doesn't declare the model `{}`", name.text));
        }
        swagger.add_model(method, name, model.get("Required"))?;
        let flags = [model.get("ValidateBody"), model.get("ValidateParameters")];
        if flags.iter().any(Option::is_some) {
            let [body, parameters] = flags.map(|flag| flag.map_or(Some(false), Piece::as_boolean));
            let (Some(body), Some(parameters)) = (body, parameters) else {
                return self.wrong("`ValidateBody` and `ValidateParameters` have to be true or false");
            };
            swagger.add_validator(method, body, parameters)?;
        }
        Ok(())
    }

    pub(super) fn add_parameters(
        &self,
        method: &Method<'_>,
        swagger: &mut Swagger<'_>,
    ) -> Result<(), Failure> {
        let Some(given) = self.properties.get_set("RequestParameters") else { return Ok(()) };
        let no = || Piece::boolean(self.span, false);
        let mut parameters = Vec::new();
        for parameter in list_of(given, "`RequestParameters`")? {
            let (name, settings) = match (parameter.as_word(), parameter.as_map()) {
                (Some(name), _) => (name, None),
                (_, Some(fields)) => match fields.in_order().first() {
                    Some(field) => (&field.key, Some(&field.value)),
                    None => return self.wrong("an item of `RequestParameters` must not be empty"),
                },
                _ => return self.wrong("an item of `RequestParameters` has to be text or a map"),
            };
            let rest = name.text.strip_prefix("method.request.");
            let kinds = ["querystring.", "path.", "header."];
            if !rest.is_some_and(|rest| kinds.iter().any(|kind| rest.starts_with(kind))) {
                return self.wrong(&format!(
                    "`{}` in `RequestParameters` has to begin with method.request.querystring., method.request.path. or \
                     method.request.header.",
                    name.text
                ));
            }
            let known = |settings: &Fields| {
                settings.iter().all(|field| matches!(&*field.key.text, "Required" | "Caching"))
            };
            if settings.is_some_and(|settings| !settings.as_map().is_some_and(known)) {
                return self.wrong(&format!(
                    "`{}` in `RequestParameters` has to be a map of `Required` and `Caching`",
                    name.text
                ));
            }
            let setting =
                |key: &str| settings.and_then(|all| all.as_map()?.get(key)).cloned().unwrap_or_else(no);
            parameters.push(Parameter {
                name: name.clone(),
                required: setting("Required"),
                caching: setting("Caching"),
            });
        }
        swagger.add_parameters(method, &parameters)
    }
}
