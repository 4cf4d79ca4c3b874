#include "command/usage_error.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace yokoten {
namespace {

/// A sentence of CLI11, `*` where it puts in what was typed, and ours in its place.
struct Sentence {
  CLI::ExitCodes kind;  // the name of an error may be that of the verb
  std::string_view theirs;
  std::string_view ja, en;
};

constexpr Sentence sentences[] = {
    {CLI::ExitCodes::RequiredError, "* is required", "{} を指定してください", "{} is required"},
    {CLI::ExitCodes::ArgumentMismatch, "*: 1 required * missing", "{} のあとに値がありません",
     "{}: no value follows"},
    {CLI::ExitCodes::ArgumentMismatch, "*: At Most 1 required but received *",
     "{} は1つだけ指定できますが、{}つあります", "{} can be given once, but is there {} times"},
    {CLI::ExitCodes::ExcludesError, "* excludes *", "{} と {} は同時に指定できません",
     "{} excludes {}"},
    {CLI::ExitCodes::ConversionError, "Could not convert: * = *", "{} に「{}」という値は使えません",
     "{} can't take the value {}"},
    {CLI::ExitCodes::ExtrasError, "The following argument was not expected: *",
     "知らない指定です: {}", "The following argument was not expected: {}"},
    {CLI::ExitCodes::ExtrasError, "The following arguments were not expected: *",
     "知らない指定です: {}", "The following arguments were not expected: {}"},
};

/// What stands at the marks of `pattern`, or nothing where the text is another one. Each takes as
/// little as it can, the last one the rest.
std::optional<std::vector<std::string>> taken(std::string_view text, std::string_view pattern) {
  std::vector<std::string> parts;
  for (std::size_t star = 0; (star = pattern.find('*')) != std::string_view::npos;) {
    if (!text.starts_with(pattern.substr(0, star))) return std::nullopt;
    text.remove_prefix(star);
    pattern.remove_prefix(star + 1);
    const std::string_view next = pattern.substr(0, pattern.find('*'));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (text != pattern) return std::nullopt;
  return parts;
}

std::string filled(std::string_view sentence, const std::vector<std::string>& parts) {
  fmt::dynamic_format_arg_store<fmt::format_context> words;
  for (const std::string& each : parts) words.push_back(each);
  return fmt::vformat(sentence, words);
}

bool is(const CLI::Error& error, CLI::ExitCodes kind) {
  return error.get_exit_code() == static_cast<int>(kind);
}

std::string in_our_words(const CLI::Error& error, Language language) {
  for (const Sentence& each : sentences)
    if (is(error, each.kind))
      if (const auto parts = taken(error.what(), each.theirs))
        return filled(language == Language::ja ? each.ja : each.en, *parts);
  const bool is_ours = is(error, CLI::ExitCodes::ValidationError);  // said by a DeclaredVerb
  return (language == Language::en || is_ours ? "" : "使い方の誤りです: ") +
         std::string(error.what());
}

/// The verb that was typed, or nullptr.
const CLI::App* typed_verb(const CLI::App& app) {
  const auto verbs = app.get_subcommands();
  return verbs.empty() ? nullptr : verbs.front();
}

/// The long options that go here, without their hyphens.
std::vector<std::string> known_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* each : {&app, typed_verb(app)})
    if (each != nullptr)
      for (const CLI::Option* option : each->get_options())
        names.insert(names.end(), option->get_lnames().begin(), option->get_lnames().end());
  return names;
}

/// The verbs where none has been typed: one is enough.
std::vector<std::string> known_verbs(const CLI::App& app) {
  std::vector<std::string> names;
  if (typed_verb(app) != nullptr) return names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(each->get_name());
  return names;
}

/// A line for each unknown word that is nearly a known one.
std::string meant(const CLI::App& app, const CLI::Error& error, Language language) {
  if (!is(error, CLI::ExitCodes::ExtrasError)) return {};
  const std::string said = error.what();
  std::istringstream unknown(said.substr(said.find(": ") + 1));
  std::string lines;
  for (std::string word; unknown >> word;) {
    const auto options = known_options(app);
    const bool is_option = std::find(options.begin(), options.end(), word) != options.end();
    const std::string hyphens = word.starts_with("--") || is_option ? "--" : "";
    const auto known = hyphens.empty() ? known_verbs(app) : options;
    for (const std::string& near :
         nearest(is_option ? word : word.substr(hyphens.size()), known, 1))
      lines += Message{fmt::format("{} は、もしかして {}{} ですか\n", word, hyphens, near),
                       fmt::format("{}: did you mean {}{}?\n", word, hyphens, near)}
                   .in(language);
  }
  return lines;
}

}  // namespace

std::string usage_error(const CLI::App& app, const CLI::Error& error, Language language) {
  const CLI::App* verb = typed_verb(app);
  const std::string called = verb == nullptr ? "yokoten" : "yokoten " + verb->get_name();
  return in_our_words(error, language) + '\n' + meant(app, error, language) +
         Message{fmt::format("くわしくは {} --help をご覧ください\n", called),
                 fmt::format("{} --help tells more\n", called)}
             .in(language);
}

}  // namespace yokoten
