//! The features of a detector.

/// The feature is listed with status `ENABLED`.
macro_rules! feature_is_on {
    ($name:literal) => {
        some_item(
            "Features",
            &all_of(&[property("Name").equals($name), property("Status").equals("ENABLED")]),
        )
    };
}

/// The feature is not listed with another status than `ENABLED`: what is not listed is on by default.
macro_rules! feature_is_not_off {
    ($name:literal) => {
        each_item(
            "Features",
            &when(&property("Name").equals($name), &property("Status").equals("ENABLED"), &Check::ALWAYS),
        )
    };
}

/// The feature is listed with status `ENABLED`, and in it the additional configuration is, too.
macro_rules! additional_is_on {
    ($name:literal, $additional:literal) => {
        some_item(
            "Features",
            &all_of(&[
                property("Name").equals($name),
                property("Status").equals("ENABLED"),
                some_item(
                    "AdditionalConfiguration",
                    &all_of(&[property("Name").equals($additional), property("Status").equals("ENABLED")]),
                ),
            ]),
        )
    };
}
