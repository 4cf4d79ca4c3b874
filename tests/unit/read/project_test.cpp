#include "read/project.h"

#include <doctest/doctest.h>

#include <string>

#include "read/yaml_node.h"

using namespace yokoten;

namespace {

const std::string sound_project =
    "title: 見本\narea: \"312029\"\nproject:\n  programme: link\n"
    "  period: { from: 2024-07, to: 2025-03 }\n  cost: 7,650,000\n  offices:\n"
    "    - service: 居宅介護支援\n      role: 送る\n      terminals: 2\n"
    "      terminal_cost: 98,000\n    - service: 訪問介護\n      role: 返す\n  results:\n"
    "    - indicator: overtime\n      part: { programme: link }\n      year: 2025\n"
    "    - what: 時間\n      before: 31\n      after: 12.5\n      unit: 時間\n      source: 測定\n"
    "  visit: { how: 水曜日の午後 }\n  contact: 相談センター\n  documents:\n"
    "    - { title: 様式, path: documents/form.csv }\n";

struct ReadProject {
  Findings findings;
  std::optional<ModelProject> project;

  explicit ReadProject(const std::string& front) {
    PageText page;
    page.path = "link";
    page.file = "projects/link.md";
    page.front = front;
    page.front_row = 2;
    project = read_project(page, findings);
  }

  std::string codes() const {
    std::string all;
    for (const Finding& each : findings) all += (all.empty() ? "" : " ") + each.code;
    return all;
  }
};

/// The sound front matter with one text in another's place.
ReadProject project_with(const std::string& from, const std::string& to) {
  std::string front = sound_project;
  const auto at = front.find(from);
  REQUIRE(at != std::string::npos);
  front.replace(at, from.size(), to);
  return ReadProject(front);
}

}  // namespace

TEST_CASE("a model project is read with its period, cost and offices") {
  const ReadProject read(sound_project);
  REQUIRE(read.codes() == "");
  CHECK(read.project->programme == "link");
  CHECK(read.project->area == "312029");
  CHECK(to_text(read.project->from) == "2024-07");
  CHECK(to_text(read.project->to) == "2025-03");
  CHECK(read.project->yen == 7'650'000);
  REQUIRE(read.project->offices.size() == 2);
  CHECK(read.project->offices[0].service == "居宅介護支援");
  CHECK(read.project->terminals_yen() == 196'000);
}

TEST_CASE("a result names an indicator with its part, or figures with their source") {
  const ReadProject read(sound_project);
  REQUIRE(read.project->results.size() == 2);
  CHECK(read.project->results[0].indicator == "overtime");
  CHECK(read.project->results[0].part_key == "programme");
  CHECK(read.project->results[0].part_code == "link");
  CHECK(read.project->results[0].year == 2025);
  CHECK(to_text(*read.project->results[1].after) == "12.5");
  CHECK(read.project->results[1].source == "測定");
}

TEST_CASE("visits, contact and documents of a project are read") {
  const ReadProject read(sound_project);
  CHECK(read.project->visit->how == "水曜日の午後");
  CHECK(read.project->contact == "相談センター");
  CHECK(read.project->documents.at(0).path == "documents/form.csv");
}

TEST_CASE("a key that a project does not know is an error at its place with the nearest one") {
  const ReadProject read = project_with("  contact:", "  contacts:");
  REQUIRE(read.codes() == "project.unknown");
  CHECK(read.findings[0].place == Place{"projects/link.md", 25, 3});
  CHECK(read.findings[0].message.en.find("contact?") != std::string::npos);
}

TEST_CASE("keys of offices, results, visits and documents are known ones only") {
  CHECK(project_with("      role: 送る", "      roll: 送る").codes() ==
        "project.missing project.unknown");
  CHECK(project_with("      year: 2025", "      yaer: 2025").codes() == "project.unknown");
  CHECK(project_with("{ how: 水", "{ when: 火, how: 水").codes() == "project.unknown");
  CHECK(project_with("{ title: 様式,", "{ title: 様式, kind: CSV,").codes() == "project.unknown");
}

TEST_CASE("a page of projects without a project says so") {
  CHECK(ReadProject("title: 見本\n").codes() == "project.missing");
}

TEST_CASE("a project without area, programme, period, cost or offices says which is missing") {
  CHECK(project_with("area: \"312029\"\n", "").codes() == "project.missing");
  CHECK(project_with("  programme: link\n", "").codes() == "project.missing");
  CHECK(project_with("  period: { from: 2024-07, to: 2025-03 }\n", "").codes() ==
        "project.missing");
  CHECK(project_with("  cost: 7,650,000\n", "").codes() == "project.missing");
}

TEST_CASE("a cost is a number of yen and no text") {
  CHECK(project_with("7,650,000", "765万円").codes() == "project.type");
  CHECK(project_with("7,650,000", "-1").codes() == "project.range");
}

TEST_CASE("terminals and what each costs go together") {
  CHECK(project_with("      terminal_cost: 98,000\n", "").codes() == "project.missing");
  CHECK(project_with("      terminals: 2\n", "").codes() == "project.missing");
}

TEST_CASE("a period that ends before it begins is an error") {
  CHECK(project_with("to: 2025-03", "to: 2024-06").codes() == "project.period");
}

TEST_CASE("a period may be a fiscal year but no word") {
  CHECK(project_with("from: 2024-07, to: 2025-03", "from: 2024FY, to: 2024FY").codes() == "");
  CHECK(project_with("from: 2024-07", "from: 夏").codes() == "project.type");
}

TEST_CASE("figures without a unit or a source are not taken") {
  CHECK(project_with("      unit: 時間\n", "").codes() == "project.missing");
  CHECK(project_with("      source: 測定\n", "").codes() == "project.missing");
}

TEST_CASE("figures cannot be mixed with an indicator") {
  CHECK(project_with("      year: 2025", "      before: 3").codes() == "project.unknown");
}

TEST_CASE("a part names one breakdown") {
  CHECK(project_with("{ programme: link }", "{ programme: a, size: b }").codes() == "project.part");
}

TEST_CASE("visits are received in some way, or there is a reason why not") {
  CHECK(project_with("{ how: 水曜日の午後 }", "{ none: 工事中 }").project->visit->none == "工事中");
  CHECK(project_with("{ how: 水曜日の午後 }", "{ how: a, none: b }").codes() == "project.visit");
  CHECK(project_with("{ how: 水曜日の午後 }", "{}").codes() == "project.visit");
}

TEST_CASE("a document lies in documents/ or has an address of the web") {
  CHECK(project_with("path: documents/form.csv", "url: https://example.jp/a.pdf").codes() == "");
  for (const char* wrong :
       {"path: ../secret.csv", "path: documents/../a.csv", "path: documents/様式.csv",
        "path: a.csv", "path: documents/.hidden", "url: \"javascript:alert(1)\"", "url: https:///a",
        "path: documents/a.csv, url: https://example.jp/"})
    CHECK(project_with("path: documents/form.csv", wrong).codes() == "project.document");
}

TEST_CASE("a document that is not there or is too large is an error") {
  MemoryDisk disk;
  ReadProject read(sound_project);
  find_documents(disk, "data/small", *read.project, read.findings);
  CHECK(read.codes() == "project.document");
  disk.tree["data/small/documents/form.csv"] = std::string(21U << 20U, 'a');
  find_documents(disk, "data/small", *read.project, read.findings);
  CHECK(read.codes() == "project.document project.document");
}

TEST_CASE("a document's size is that of its file") {
  MemoryDisk disk;
  disk.tree["data/small/documents/form.csv"] = "a,b\n";
  ReadProject read(sound_project);
  find_documents(disk, "data/small", *read.project, read.findings);
  CHECK(read.codes() == "");
  CHECK(read.project->documents[0].bytes == 4);
}

TEST_CASE("a key that stands twice in the front matter is an error at the second") {
  const ReadProject read = project_with("  contact:", "  cost: 1\n  contact:");
  REQUIRE(read.codes() == "project.twice");
  CHECK(read.findings[0].place.row == 25);
}

TEST_CASE("front matter that is no YAML is an error at its line") {
  const ReadProject read("title: a\nproject: [\n");
  REQUIRE(read.codes() == "project.form");
  CHECK_FALSE(read.project);
}

TEST_CASE("anchors that multiply are refused before they fill the memory") {
  std::string front = "a: &a [1,1,1,1,1,1,1,1,1,1]\n";
  for (char name = 'b'; name < 'k'; ++name) {
    const std::string inner = std::string("*") + static_cast<char>(name - 1);
    front += std::string(1, name) + ": &" + name + " [" + inner;
    for (int more = 0; more < 9; ++more) front += ", " + inner;
    front += "]\n";
  }
  CHECK(ReadProject(front).codes() == "project.limit");
}

TEST_CASE("quoted words are text, plain ones numbers and truths where they look like it") {
  PageText page;
  page.front = "a: \"1\"\nb: 1,200\nc: true\nd: 1.50\ne: 2024-07\n";
  Findings findings;
  const auto tree = front_tree(page, findings);
  REQUIRE(tree);
  CHECK(tree->children[0].kind == TomlNode::Kind::text);
  CHECK(tree->children[1].integer == 1200);
  CHECK(tree->children[2].truth);
  CHECK(tree->children[3].kind == TomlNode::Kind::number);
  CHECK(tree->children[4].text == "2024-07");
}

TEST_CASE("columns of the front matter count letters") {
  const ReadProject read = project_with("{ title: 様式, path", "{ title: 様式, kind: a, path");
  REQUIRE(read.codes() == "project.unknown");
  CHECK(read.findings[0].place.column == 20);
}
