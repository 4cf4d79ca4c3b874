#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/threads.h"
#include "model/cell_number.h"
#include "read/csv_table.h"
#include "read/grouped_table.h"
#include "table_cells.h"

namespace yokoten {

inline std::string told(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) text += to_line(finding, Language::en) + '\n';
  return text;
}

/// A source whose rows are added up by `k` and `l`: the sums of `v` and how many rows there are.
inline SourceText grouped_source(const std::string& by = "k") {
  SourceText text;
  text.source.group = {{by}, {"v"}, "n"};
  text.source.symbols["-"] = "unknown";
  return text;
}

/// What a file becomes when its rows are added up while they are read.
struct GroupedRead {
  Findings findings;
  GroupedTable read;

  GroupedRead(std::string_view bytes, const SourceText& text, std::size_t piece = 8,
              const TableLimits& limits = {}, int rows = 1'000'000)
      : read(read_grouped(*file_of(bytes),
                          {.path = path,
                           .text = text,
                           .limits = limits,
                           .rows = rows,
                           .longest_row = 4096,
                           .piece = piece},
                          findings)) {}

  /// `2:[a][3][2]`: the line of each group's first row, its texts, and how many rows it stands for.
  std::string cells() const { return cells_of(read.table); }
  std::string words() const { return told(findings); }

  inline static const std::string path = "raw/a.csv";
};

/// The same by reading the whole table first, in other words than the program's.
struct GroupedLater {
  std::string cells, words;

  GroupedLater(std::string_view bytes, const SourceText& text) {
    Findings findings;
    const auto table = read_csv(bytes, GroupedRead::path, findings, {}, text.form);
    const auto by = table ? table->column(text.source.group->by.front()) : std::nullopt;
    const auto sum = table ? table->column("v") : std::nullopt;
    if (by && sum) add_up(*table, *by, *sum, text.source, findings);
    words = told(findings);
  }

 private:
  struct Group {
    int row = 0, count = 0;
    Decimal total;
    std::string missing;
    bool is_missing = false;
  };

  void add_up(const Table& table, int by, int sum, const Source& source, Findings& findings) {
    std::map<std::string, Group> groups;
    std::vector<std::string> order;
    for (int row = 0; row < table.rows(); ++row) {
      const std::string key(table.cell(row, by));
      if (groups[key].count++ == 0) {
        groups[key].row = table.file_row(row);
        order.push_back(key);
      }
      add(groups[key], table, row, sum, source, findings);
    }
    if (blocks(findings)) return;
    for (const std::string& key : order) {
      const Group& group = groups[key];
      const std::string total = group.is_missing ? group.missing : to_text(group.total);
      cells += std::to_string(group.row) + ":[" + key + "][" + total + "][" +
               std::to_string(group.count) + ']';
    }
  }

  static void add(Group& group, const Table& table, int row, int sum, const Source& source,
                  Findings& findings) {
    const std::string text(table.cell(row, sum));
    const auto number = read_number(text, source);
    if (!number) {
      add_finding(findings, Level::error, table.place(row, sum), "cell.number",
                  {"", "\"" + text + "\" is no number; mend it, or explain it under symbols"});
    } else if (number->value) {
      group.total = *yokoten::sum(group.total, *number->value);
    } else if (!group.is_missing) {
      group.is_missing = true;
      group.missing = text;
    }
  }
};

}  // namespace yokoten
