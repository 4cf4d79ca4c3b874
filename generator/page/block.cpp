#include "page/block.h"

#include <fmt/format.h>

#include "model/report.h"
#include "page/markdown.h"

namespace yokoten {
namespace {

template <class Item>
std::vector<std::string> ids(const std::vector<Item>& items) {
  std::vector<std::string> all;
  all.reserve(items.size());
  for (const Item& item : items) all.push_back(item.id);
  return all;
}

// What a fence may be called: blocks, columns, an example.
std::vector<std::string> fence_names() {
  std::vector<std::string> names = block_names();
  names.insert(names.end(), {"half", "split", "side", std::string(example_fence)});
  return names;
}

// Places inside a block count from its first line of options; the page's line is wanted.
void move_places(TomlNode& node, const Place& block) {
  node.place = {block.file, node.place.row + block.row - 1, node.place.column};
  node.key_place = {block.file, node.key_place.row + block.row - 1, node.key_place.column};
  for (TomlNode& child : node.children) move_places(child, block);
}

void read_files(Options& options, Block& block) {
  auto files = options.words("files", {"csv", "svg", "spec"});
  if (options.toml().take("files") == nullptr) return;
  if (!block.draws())
    report_error(options.findings(), options.toml().place("files"), "block.files",
                 {"このブロックは、ほかの指定のとおりなら図を出さないので、files は要りません",
                  "as its other options are, this block draws no chart for files to lie beside"});
  block.set_files(std::move(files));
}

}  // namespace

int Options::known_indicator(const std::string& id, const Place& place) {
  const int found = book_.publication.indicator(id);
  if (found < 0)
    report_error(findings(), place, "block.indicator",
                 with_nearest({fmt::format("指標 {} はありません", id),
                               fmt::format("there is no indicator {}", id)},
                              id, ids(book_.publication.indicators)));
  return found;
}

int Options::known_source(const std::string& id, const Place& place) {
  const int found = book_.publication.source(id);
  if (found < 0)
    report_error(findings(), place, "block.source",
                 with_nearest({fmt::format("出典 {} はありません", id),
                               fmt::format("there is no source {}", id)},
                              id, ids(book_.publication.sources)));
  else if (names_offices(book_.source(found)))
    report_error(findings(), place, "block.offices",
                 {fmt::format("{} は事業所ごとの行なので、ページには出せません", id),
                  fmt::format("the rows of {} are single offices and never go out", id)});
  return found;
}

int Options::indicator(std::string_view key) {
  const std::string id = reader_.text(key);
  return id.empty() ? -1 : known_indicator(id, reader_.place(key));
}

int Options::required_indicator(std::string_view key) {
  if (!on_indicator_page()) reader_.require(key);
  return indicator(key);
}

std::vector<int> Options::indicators(std::string_view key) {
  std::vector<int> found;
  for (const std::string& id : reader_.texts(key)) {
    const int indicator = known_indicator(id, reader_.place(key));
    if (indicator >= 0) found.push_back(indicator);
  }
  return found;
}

std::vector<int> Options::sources(std::string_view key) {
  std::vector<int> found;
  for (const std::string& id : reader_.texts(key)) {
    const int source = known_source(id, reader_.place(key));
    if (source >= 0) found.push_back(source);
  }
  return found;
}

int Options::source(std::string_view key) {
  const std::string id = reader_.text(key);
  return id.empty() ? -1 : known_source(id, reader_.place(key));
}

Text Options::line_of(const std::string& text, const Place& place, bool subject) {
  Text made = compiled_line(text, place, findings());
  check_placeholders(book_, made, subject, each_, findings());
  return made;
}

Text Options::line(std::string_view key, bool subject) {
  const std::string text = reader_.text(key);
  return line_of(text, reader_.place(key), subject);
}

Text Options::plain(std::string_view key, bool subject) {
  Text made = compiled_text(
      reader_.text(key), reader_.place(key),
      [](std::string_view text) { return std::string(text); }, findings());
  check_placeholders(book_, made, subject, each_, findings());
  return made;
}

std::optional<double> Options::decimal(std::string_view key) {
  const auto number = reader_.number(key);
  if (!number) return std::nullopt;
  return to_double(*number);
}

std::string Options::word(std::string_view key, std::initializer_list<std::string_view> words) {
  const auto position = reader_.choice(key, words);
  return std::string(*(words.begin() + static_cast<std::ptrdiff_t>(position.value_or(0))));
}

Place Options::text_start(std::string_view key) const {
  Place place = reader_.place(key);
  if (written_ == nullptr) return place;
  std::string_view line = written_->options;
  for (int row = written_->place.row; row < place.row && !line.empty(); ++row)
    line.remove_prefix(std::min(line.find('\n'), line.size() - 1) + 1);
  line = line.substr(0, line.find_first_of("\r\n"));
  const std::size_t quotes = std::min(line.find("'''"), line.find("\"\"\""));
  if (quotes != line.npos && quotes + 3 == line.size()) return {place.file, place.row + 1, 1};
  place.column += quotes == line.npos ? 1 : 3;
  return place;
}

std::unique_ptr<Block> compiled_block(const Book& book, const BlockText& text, Each each,
                                      Findings& findings, AskedKeys* record) {
  const MakeBlock make = maker_of(text.name);
  if (make == nullptr) {
    Place fence = text.place;
    --fence.row;
    report_error(findings, fence, "block.unknown",
                 with_nearest({fmt::format("ブロック {} はありません", text.name),
                               fmt::format("there is no block {}", text.name)},
                              text.name, fence_names()));
    return nullptr;
  }
  Findings inside;
  auto table = parse_toml(text.options, text.place.file, inside);
  for (Finding& finding : inside) {
    finding.place.row += text.place.row - 1;
    findings.push_back(std::move(finding));
  }
  if (!table) return nullptr;
  move_places(*table, text.place);
  Options options(book, *table, each, findings, record);
  options.set_written(&text);
  auto block = make(options);
  if (block != nullptr && block->may_draw()) read_files(options, *block);
  return block;
}

}  // namespace yokoten
