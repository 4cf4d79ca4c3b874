#include "command/declared_verb.h"

#include <fmt/format.h>

#include <algorithm>

namespace yokoten {
namespace {

CLI::Validator between(int least, int most, Language language) {
  return {[=](const std::string& text) {
            int number = 0;
            if (CLI::detail::lexical_cast(text, number) && number >= least && number <= most)
              return std::string();
            return Message{
                fmt::format("「{}」は {} から {} までの整数ではありません", text, least, most),
                fmt::format("{} is no whole number from {} to {}", text, least, most)}
                .in(language);
          },
          fmt::format("[{} - {}]", least, most)};
}

}  // namespace

DeclaredVerb::DeclaredVerb(CLI::App& app, Language language, const std::string& name,
                           const Message& help, const Lesson& lesson)
    : verb_(app.add_subcommand(name, help.in(language))), language_(language) {
  verb_->group(Message{"コマンド", "Subcommands"}.in(language));
  verb_->footer(Message{fmt::format("\n例:\n  {}\n\n終了コード: 0 正常、1 {}、2 使い方の誤り",
                                    lesson.example, lesson.failure.ja),
                        fmt::format("\nExample:\n  {}\n\nExit codes: 0 fine; 1 {}; 2 wrong usage",
                                    lesson.example, lesson.failure.en)}
                    .in(language));
}

CLI::Option* DeclaredVerb::flag(const std::string& name, bool& value, const Message& help) {
  return verb_->add_flag(name, value, help.in(language_));
}

CLI::Option* DeclaredVerb::text(const std::string& name, std::string& value, const Message& help) {
  return this->value(name, value, help)->check(not_empty());
}

CLI::Option* DeclaredVerb::path(const std::string& name, std::string& value, const Message& help) {
  return text(name, value, help)->type_name("PATH");
}

CLI::Option* DeclaredVerb::paths(const std::string& name, std::vector<std::string>& value,
                                 const Message& help) {
  return this->value(name, value, help)->type_name("PATH")->check(not_empty());
}

CLI::Option* DeclaredVerb::folder(const std::string& name, std::string& value,
                                  const Message& help) {
  return text(name, value, help)->type_name("DIR");
}

CLI::Option* DeclaredVerb::file(const std::string& name, std::string& value, const Message& help) {
  return text(name, value, help)->type_name("FILE");
}

CLI::Option* DeclaredVerb::number(const std::string& name, int& value, int least, int most,
                                  const Message& help) {
  return this->value(name, value, help)->check(between(least, most, language_));
}

CLI::Option* DeclaredVerb::format(bool& json, const std::string& usual, const Message& help) {
  return verb_
      ->add_option_function<std::string>(
          "--format", [&json](const std::string& word) { json = word == "json"; },
          help.in(language_))
      ->check(one_of({usual, "json"}, language_));
}

void DeclaredVerb::publication(std::string& value) {
  path("PUB", value,
       {"発行物。フォルダー（data/national）かエクセル（tottori.xlsx）",
        "publication: its folder (data/national) or workbook (tottori.xlsx)"})
      ->required();
}

CLI::Validator DeclaredVerb::one_of(const std::vector<std::string>& choices, Language language) {
  return {[=](const std::string& text) {
            if (std::find(choices.begin(), choices.end(), text) != choices.end())
              return std::string();
            return Message{fmt::format("「{}」は使えません。使えるのは {} です", text,
                                       fmt::join(choices, "、")),
                           fmt::format("{} not in {{{}}}", text, fmt::join(choices, ","))}
                .in(language);
          },
          fmt::format("{{{}}}", fmt::join(choices, ","))};
}

CLI::Validator DeclaredVerb::not_empty() const {
  return {[said = Message{"空です", "it is empty"}.in(language_)](const std::string& text) {
            return text.empty() ? said : std::string();
          },
          "", "not empty"};
}

}  // namespace yokoten
