#include "read/waivers.h"

#include <fmt/format.h>

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

void check_programme(const Waiver& waiver, const std::vector<Programme>& programmes,
                     Findings& findings) {
  std::vector<std::string> bound;
  for (const Programme& each : programmes)
    if (each.clause != Clause::none) bound.push_back(each.id);
  for (const std::string& id : bound)
    if (id == waiver.programme) return;
  report_error(
      findings, waiver.programme_place, "waiver.programme",
      with_nearest(
          {fmt::format("「{}」は programmes.toml の clause のある補助事業ではありません",
                       waiver.programme),
           fmt::format("{} is no programme with a clause in programmes.toml", waiver.programme)},
          waiver.programme, bound));
}

void read_item(TomlReader& reader, Waiver& waiver, Findings& findings) {
  const std::string word = reader.required_text("item");
  if (word.empty()) return;
  if (const auto item = duty_item(word)) {
    waiver.item = *item;
    return;
  }
  report_error(findings, waiver.item_place, "waiver.item",
               with_nearest({fmt::format("「{}」という項目はありません", word),
                             fmt::format("there is no item {}", word)},
                            word, {duty_words.begin(), duty_words.end()}));
}

Waiver read_waiver(const TomlNode& node, const std::vector<Programme>& programmes,
                   Findings& findings) {
  TomlReader reader(node, findings);
  Waiver waiver;
  waiver.place = node.place;
  waiver.programme_place = reader.place("programme");
  waiver.item_place = reader.place("item");
  waiver.programme = reader.required_text("programme");
  if (!waiver.programme.empty()) check_programme(waiver, programmes, findings);
  read_item(reader, waiver, findings);
  waiver.reason = reader.required_text("reason");
  waiver.decided_by = reader.required_text("decided_by");
  waiver.decided_on = reader.require("decided_on").moment("decided_on");
  return waiver;
}

}  // namespace

std::vector<Waiver> read_waivers(std::string_view bytes, const std::string& file,
                                 const std::vector<Programme>& programmes, Findings& findings) {
  std::vector<Waiver> waivers;
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return waivers;
  TomlReader reader(*root, findings);
  for (const TomlNode& node : reader.items("waiver", Kind::list)) {
    Waiver made = read_waiver(node, programmes, findings);
    for (const Waiver& earlier : waivers)
      if (earlier.programme == made.programme && earlier.item == made.item)
        report_error(findings, made.place, "waiver.twice",
                     {"同じ補助事業の同じ項目がもう一度あります。1つにまとめてください",
                      "the same item of the same programme stands here again; keep one"});
    waivers.push_back(std::move(made));
  }
  return waivers;
}

}  // namespace yokoten
