#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// What a verb teaches below its options.
struct Lesson {
  std::string example;
  Message failure;  ///< what exit code 1 means
};

/// A verb of the command line in one language, given its arguments and options one by one. What a
/// value is follows its name: shells complete paths, and offer what is one of a few words.
class DeclaredVerb {
 public:
  DeclaredVerb(CLI::App& app, Language language, const std::string& name, const Message& help,
               const Lesson& lesson);

  CLI::App* app() const { return verb_; }

  /// A value that may be anything, also empty.
  template <typename Value>
  CLI::Option* value(const std::string& name, Value& value, const Message& help) {
    return verb_->add_option(name, value, help.in(language_));
  }

  CLI::Option* flag(const std::string& name, bool& value, const Message& help);
  CLI::Option* text(const std::string& name, std::string& value, const Message& help);
  CLI::Option* path(const std::string& name, std::string& value, const Message& help);
  CLI::Option* paths(const std::string& name, std::vector<std::string>& value, const Message& help);
  CLI::Option* folder(const std::string& name, std::string& value, const Message& help);
  CLI::Option* file(const std::string& name, std::string& value, const Message& help);
  CLI::Option* number(const std::string& name, int& value, int least, int most,
                      const Message& help);

  template <typename Value>
  CLI::Option* choice(const std::string& name, Value& value,
                      const std::vector<std::string>& choices, const Message& help) {
    return this->value(name, value, help)->check(one_of(choices, language_));
  }

  /// `--format` of a verb that prints text, or JSON where `json` becomes true.
  CLI::Option* format(bool& json, const std::string& usual, const Message& help);

  /// The publication that nearly every verb begins with.
  void publication(std::string& value);

  static CLI::Validator one_of(const std::vector<std::string>& choices, Language language);

 private:
  CLI::Validator not_empty() const;

  CLI::App* verb_;
  Language language_;
};

}  // namespace yokoten
