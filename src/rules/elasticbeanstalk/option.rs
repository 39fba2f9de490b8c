//! The option settings of an environment.

/// The option's `Value` is as wanted: in the environment's settings, or else in those of its configuration
/// template, or else by default.
macro_rules! option_is {
    ($namespace:literal, $name:literal, $wanted:expr, $absent:expr) => {
        option_is!(
            all_of(&[property("Namespace").equals($namespace), property("OptionName").equals($name)]),
            $wanted,
            $absent
        )
    };
    ($setting:expr, $wanted:expr, $absent:expr) => {
        when(
            &some_item("OptionSettings", &$setting),
            &each_item("OptionSettings", &when(&$setting, &$wanted, &Check::ALWAYS)),
            &when(
                &property("TemplateName").is_present(),
                &follow(
                    "TemplateName",
                    &["AWS::ElasticBeanstalk::ConfigurationTemplate"],
                    &when(
                        &some_item("OptionSettings", &$setting),
                        &each_item("OptionSettings", &when(&$setting, &$wanted, &Check::ALWAYS)),
                        &$absent,
                    ),
                ),
                &$absent,
            ),
        )
    };
}
