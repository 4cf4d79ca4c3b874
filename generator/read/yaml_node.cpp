#include "read/yaml_node.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "model/front_problem.h"
#include "model/report.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

constexpr int most_values = 10'000;
constexpr int most_levels = 20;

std::string without_commas(std::string text) {
  std::erase(text, ',');
  return text;
}

// The parser has made sure of at most 18 digits.
void set_number(TomlNode& node, const Decimal& number) {
  node.kind = number.scale == 0 ? Kind::integer : Kind::number;
  node.integer = number.scale == 0 ? number.mantissa : 0;
  node.text = without_commas(node.text);
}

class YamlTree {
 public:
  YamlTree(const PageText& page, Findings& findings) : page_(page), findings_(findings) {
    std::string_view rest = page.front;
    for (std::size_t end = 0; end != std::string_view::npos; rest.remove_prefix(end + 1)) {
      end = rest.find('\n');
      lines_.push_back(rest.substr(0, end));
      if (end == std::string_view::npos) break;
    }
  }

  std::optional<TomlNode> read() {
    try {
      const YAML::Node root = YAML::Load(page_.front);
      if (root.IsMap()) {
        TomlNode tree = made(root, 0);
        if (!too_much_) return tree;
        refuse({page_.file, page_.front_row, 1}, "front.limit",
               {"前書きの項目が多すぎるか、深すぎます（1万個、20段まで）",
                "the front matter has too many values or levels (10,000 and 20)"});
      } else {
        refuse({page_.file, page_.front_row, 1}, "front.form",
               {"前書きが「項目: 値」の形ではありません",
                "the front matter is no list of `key: value`"});
      }
    } catch (const YAML::Exception& problem) {
      refuse(place_of(problem.mark), "front.form", front_problem(problem.msg));
    }
    return std::nullopt;
  }

 private:
  void refuse(const Place& place, const char* code, Message message) {
    report_error(findings_, place, code, std::move(message));
  }

  Place place_of(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
    const auto bytes = static_cast<std::size_t>(std::max(mark.column, 0));
    const std::string_view before =
        line < lines_.size() ? lines_[line].substr(0, bytes) : std::string_view();
    return {page_.file, page_.front_row + static_cast<int>(line), letters_in(before) + 1};
  }

  TomlNode made(const YAML::Node& yaml, int level) {
    TomlNode node;
    node.place = place_of(yaml.Mark());
    too_much_ = too_much_ || ++values_ > most_values || level > most_levels;
    if (too_much_) return node;
    if (yaml.IsMap())
      add_entries(node, yaml, level);
    else if (yaml.IsSequence())
      add_items(node, yaml, level);
    else
      set_word(node, yaml);
    return node;
  }

  void add_entries(TomlNode& node, const YAML::Node& yaml, int level) {
    for (const auto& entry : yaml) {
      TomlNode child = made(entry.second, level + 1);
      child.key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      child.key_place = place_of(entry.first.Mark());
      if (node.find(child.key) != nullptr)
        refuse(child.key_place, "front.twice",
               {fmt::format("項目 {} が2度書かれています。1つにしてください", child.key),
                fmt::format("the key {} stands here twice; keep one", child.key)});
      else
        node.children.push_back(std::move(child));
    }
  }

  void add_items(TomlNode& node, const YAML::Node& yaml, int level) {
    node.kind = Kind::list;
    for (const auto& item : yaml) node.children.push_back(made(item, level + 1));
  }

  // Quoted words are text whatever they look like.
  static void set_word(TomlNode& node, const YAML::Node& yaml) {
    node.kind = Kind::text;
    if (!yaml.IsScalar()) return;
    node.text = yaml.Scalar();
    if (yaml.Tag() == "!") return;
    node.truth = node.text == "true";
    if (node.truth || node.text == "false") node.kind = Kind::truth;
    if (const auto number = parse_decimal(node.text)) set_number(node, *number);
  }

  const PageText& page_;
  Findings& findings_;
  std::vector<std::string_view> lines_;
  int values_ = 0;
  bool too_much_ = false;
};

}  // namespace

std::optional<TomlNode> front_tree(const PageText& page, Findings& findings) {
  return YamlTree(page, findings).read();
}

void report_as(std::string_view subject, const Findings& own, Findings& findings) {
  for (Finding each : own) {
    each.code = fmt::format("{}{}", subject, each.code.substr(each.code.find('.')));
    findings.push_back(std::move(each));
  }
}

}  // namespace yokoten
