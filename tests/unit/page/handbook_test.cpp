#include <doctest/doctest.h>

#include <set>

#include "asked_options.h"

// data/handbook/ against what blocks really ask for: who adds a block, an option or a word of
// choice adds it there.

using namespace yokoten;

namespace {

const std::filesystem::path folder = std::filesystem::path(project_folder) / "data/handbook";

struct Handbook {
  std::map<std::string, std::string> pages;  // pages/blocks/NAME.md by NAME
  std::vector<WrittenBlock> examples;        // blocks inside of examples
  SmallBook small;

  Handbook() {
    for (const char* part : {"pages", "cases", "projects"})
      for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / part))
        if (entry.path().extension() == ".md") add(entry.path(), part);
  }

  bool is_shown(const std::string& block, const AskedKey& asked) {
    for (const WrittenBlock& each : examples) {
      if (each.name != block) continue;
      Findings findings;
      const auto table = parse_toml(each.options, each.file, findings);
      if (table && holds(*table, asked)) return true;
    }
    return false;
  }

 private:
  // A key of the block itself, or one of the table or of each table of the list under it.
  static bool holds(const TomlNode& table, const AskedKey& asked) {
    if (asked.table.empty()) return table.find(asked.key) != nullptr;
    const TomlNode* inner = table.find(asked.table);
    if (inner == nullptr) return false;
    if (inner->find(asked.key) != nullptr) return true;
    for (const TomlNode& each : inner->children)
      if (each.find(asked.key) != nullptr) return true;
    return false;
  }

  void add(const std::filesystem::path& path, const std::string& part) {
    const std::string text = file_text(path);
    if (path.parent_path().filename() == "blocks") pages[path.stem().string()] = text;
    struct Fence {
      std::size_t ticks;
      std::string name;
    };
    std::vector<Fence> open;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t ticks = std::min(line.find_first_not_of('`'), line.size());
      const bool inside_block =
          !open.empty() && open.back().name != "example" && open.back().name != "half";
      if (ticks >= 3 && !open.empty() && line.size() == ticks && ticks >= open.back().ticks) {
        open.pop_back();
      } else if (ticks >= 3 && !inside_block) {
        open.push_back({ticks, line.substr(ticks)});
        if (open.size() > 1 && open.front().name == "example")
          examples.push_back({open.back().name, {}, part + "/" + path.filename().string()});
      } else if (inside_block && open.size() > 1) {
        examples.back().options += line + '\n';
      }
    }
  }
};

Handbook& handbook() {
  static Handbook made;
  return made;
}

AskedKeys keys_of(const std::string& block) {
  return asked_options(handbook().small, block, handbook().examples);
}

// The letters of a word with the last one twice: near enough to be understood.
std::string mistyped(const std::string& word) { return word + word.back(); }

// What the block says of these options, on the page where its examples stand.
Findings said_of(const std::string& block, const std::string& options, Each each) {
  Findings said;
  compiled_block(handbook().small.book, {block, options, {"pages/x.md", 7, 1}}, each, said);
  return said;
}

bool says(const Findings& said, const std::string& code, const std::string& meant, int row) {
  for (const Finding& each : said)
    if (each.code == code && each.place.row == row && each.place.column > 0 &&
        contains(each.message.en, "did you mean " + meant + "?") &&
        contains(each.message.ja, meant))
      return true;
  return false;
}

Each each_of(const std::string& block) {
  if (block == "similar") return Each::prefecture;
  return block == "definition" ? Each::indicator : Each::page;
}

// A table or a list of tables with one member.
std::string inside(const AskedKey& asked, const std::string& member) {
  for (const WrittenBlock& each : handbook().examples) {
    Findings findings;
    const auto table = parse_toml(each.options, each.file, findings);
    const TomlNode* outer = table ? table->find(asked.table) : nullptr;
    if (outer == nullptr) continue;
    const bool list = outer->kind == TomlNode::Kind::list;
    return asked.table + " = " + (list ? "[{ " : "{ ") + member + (list ? " }]" : " }");
  }
  return {};
}

}  // namespace

TEST_CASE("the handbook has a page of every block") {
  for (const std::string& block : block_names()) {
    INFO(block);
    CHECK(handbook().pages.contains(block));
  }
}

TEST_CASE("the handbook has no page of a block that is not there") {
  const auto names = block_names();
  for (const auto& [block, text] : handbook().pages) {
    INFO(block);
    CHECK(std::find(names.begin(), names.end(), block) != names.end());
  }
}

TEST_CASE("the handbook shows every block live") {
  for (const std::string& block : block_names()) {
    INFO(block);
    CHECK(std::any_of(handbook().examples.begin(), handbook().examples.end(),
                      [&](const WrittenBlock& each) { return each.name == block; }));
  }
}

TEST_CASE("the handbook describes every option of every block") {
  for (const std::string& block : block_names())
    for (const AskedKey& asked : keys_of(block)) {
      INFO(block, " ", asked.table, " ", asked.key);
      CHECK(contains(handbook().pages[block], "\n| `" + asked.key + "` |"));
    }
}

TEST_CASE("the handbook describes no option that a block does not have") {
  for (const auto& [block, text] : handbook().pages) {
    std::set<std::string> known;
    for (const AskedKey& asked : keys_of(block)) known.insert(asked.key);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("| `")) continue;
      const std::string key = line.substr(3, line.find('`', 3) - 3);
      INFO(block, " ", key);
      CHECK(known.contains(key));
    }
  }
}

TEST_CASE("the handbook uses every option of every block in an example") {
  for (const std::string& block : block_names())
    for (const AskedKey& asked : keys_of(block)) {
      INFO(block, " ", asked.table, " ", asked.key);
      CHECK(handbook().is_shown(block, asked));
    }
}

TEST_CASE("the handbook names every word of choice") {
  for (const std::string& block : block_names())
    for (const AskedKey& asked : keys_of(block))
      for (const std::string& word : asked.words) {
        INFO(block, " ", asked.key, " ", word);
        CHECK((word.empty() || contains(handbook().pages[block], "`" + word + "`")));
      }
}

TEST_CASE("a mistyped option is found at its place with the right one") {
  for (const std::string& block : block_names())
    for (const AskedKey& asked : keys_of(block)) {
      const std::string member = mistyped(asked.key) + " = \"\"";
      const std::string options = asked.table.empty() ? member : inside(asked, member);
      INFO(block, ": ", options);
      // A source's rows have options of their own.
      const bool rows = block == "table" && (asked.key == "columns" || asked.key == "names" ||
                                             asked.key == "where" || asked.key == "area");
      const std::string before = rows ? "source = \"cities\"\n" : "";
      CHECK(says(said_of(block, before + options, each_of(block)), "toml.unknown", asked.key,
                 rows ? 8 : 7));
    }
}

TEST_CASE("a mistyped word of choice is found at its place with the right one") {
  for (const std::string& block : block_names())
    for (const AskedKey& asked : keys_of(block))
      for (const std::string& word : asked.words) {
        if (word.empty()) continue;
        const std::string wrong = '"' + mistyped(word) + '"';
        const bool list = asked.key == "pictures" || asked.key == "files" ||
                          ((asked.key == "with" || asked.key == "by") && block != "outcomes");
        const std::string member = asked.key + " = " + (list ? "[" + wrong + "]" : wrong);
        const std::string options = asked.table.empty() ? member : inside(asked, member);
        INFO(block, ": ", options);
        CHECK(says(said_of(block, options, each_of(block)), "toml.choice", word, 7));
      }
}
