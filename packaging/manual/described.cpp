#include "described.h"

#include <sstream>

namespace yokoten::manual {
namespace {

// CLI11 tells type and checks in one: TEXT:{ja,en}, INT:INT in [1 - 256].
Value value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  const std::string type = option.get_type_name();
  const std::size_t colon = type.find(':');
  Value value{type.substr(0, colon), {}, option.get_items_expected_max() > 1};
  const std::string checked = colon == std::string::npos ? "" : type.substr(colon + 1);
  if (!checked.starts_with('{')) return value;
  std::istringstream words(checked.substr(1, checked.find('}') - 1));
  for (std::string word; std::getline(words, word, ',');) value.choices.push_back(word);
  return value;
}

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& each : option.get_snames()) names.push_back('-' + each);
  for (const std::string& each : option.get_lnames()) names.push_back("--" + each);
  return names;
}

}  // namespace

Verb described(const CLI::App& app) {
  Verb verb{app.get_name(), app.get_description(), app.get_footer(), {}, {}};
  for (const CLI::Option* each : app.get_options()) {
    if (each->get_positional())
      verb.places.push_back({each->get_name(true, false), each->get_description(),
                             each->get_required(), value_of(*each)});
    else
      verb.options.push_back({names_of(*each), each->get_description(), value_of(*each)});
  }
  return verb;
}

std::vector<Verb> described_verbs(const CLI::App& app) {
  std::vector<Verb> verbs;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; }))
    verbs.push_back(described(*each));
  return verbs;
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string text;
  for (const std::string& each : words) text += (text.empty() ? "" : between) + each;
  return text;
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += by.size())
    text.replace(at, part.size(), by);
  return text;
}

}  // namespace yokoten::manual
