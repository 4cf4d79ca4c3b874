#include "command/duty_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "command/aligned_text.h"

namespace yokoten {
namespace {

using Object = nlohmann::ordered_json;

// What pages call it; empty in other languages.
std::string page_word(const Publication& publication, std::string_view word, Language language) {
  const auto at = publication.words.find("duty." + std::string(word));
  return language == Language::ja && at != publication.words.end() ? at->second : std::string();
}

std::string state_text(const Publication& publication, Duty::State state, Language language) {
  static constexpr std::array<const char*, 4> words = {"published", "missing", "waived",
                                                       "not due yet"};
  const std::string own = page_word(publication, duty_state_word(state), language);
  return own.empty() ? words[static_cast<std::size_t>(state)] : own;
}

// Where it is; where it is not, why.
std::string detail(const Publication& publication, const Duty& duty, Language language) {
  if (duty.state == Duty::State::waived)
    return fmt::format("{} ({}, {})", duty.waiver->reason, duty.waiver->decided_by,
                       duty.waiver->decided_on);
  if (duty.state != Duty::State::met) return duty.lacks.in(language);
  std::string text;
  for (const DutyPlace& each : duty.places)
    text += (text.empty() ? "" : " ") + publication.base_url + each.path;
  return text;
}

Object places_json(const Publication& publication, const Duty& duty) {
  Object made = Object::array();
  for (const DutyPlace& each : duty.places)
    made.push_back({{"title", each.title}, {"address", publication.base_url + each.path}});
  return made;
}

}  // namespace

std::string duty_list_text(const Publication& publication, const std::vector<Duty>& duties,
                           Language language) {
  const bool ja = language == Language::ja;
  if (duties.empty())
    return ja ? "programmes.toml に clause のある補助事業はありません\n"
              : "no programme in programmes.toml has a clause\n";
  std::string text;
  std::vector<Cells> lines;
  for (std::size_t at = 0; at < duties.size(); ++at) {
    const Duty& duty = duties[at];
    const std::string word(duty_words[static_cast<std::size_t>(duty.item)]);
    const std::string title = page_word(publication, word, language);
    const std::string item = title.empty() ? word : fmt::format("{} ({})", title, word);
    const std::string advised = ja ? "（望ましい）" : " (advised)";
    lines.push_back({"  " + state_text(publication, duty.state, language),
                     item + (duty.binding ? "" : advised), detail(publication, duty, language)});
    if (at + 1 < duties.size() && duties[at + 1].programme == duty.programme) continue;
    text += publication.programmes[duty.programme].title + '\n' + aligned(lines);
    lines.clear();
  }
  const auto open =
      std::count_if(duties.begin(), duties.end(), [](const Duty& each) { return each.blocks(); });
  return text + fmt::format(fmt::runtime(ja ? "公表の要件で、まだないもの: {}\n"
                                            : "binding and still missing: {}\n"),
                            open);
}

std::string duty_list_json(const Publication& publication, const std::vector<Duty>& duties,
                           Language language) {
  Object items = Object::array();
  for (const Duty& duty : duties)
    items.push_back({{"programme", publication.programmes[duty.programme].id},
                     {"item", duty_words[static_cast<std::size_t>(duty.item)]},
                     {"binding", duty.binding},
                     {"state", duty_state_word(duty.state)},
                     {"pages", places_json(publication, duty)},
                     {"lacks", duty.state == Duty::State::met ? "" : duty.lacks.in(language)},
                     {"reason", duty.waiver == nullptr ? "" : duty.waiver->reason}});
  return Object{{"duties", items}}.dump(-1, ' ', false, Object::error_handler_t::replace) + '\n';
}

}  // namespace yokoten
