#include "publish/spare_tree.h"

#include <doctest/doctest.h>

#include "publish/tree.h"

using namespace yokoten;

namespace {

/// A site of two pages that was built twice, so that a spare one lies beside it.
struct Built {
  MemoryDisk disk;
  std::size_t written = 0;
  TreeChanges changes;

  Built() {
    build({{"a/index.html", "a"}, {"b.html", "b"}});
    build({{"a/index.html", "a"}, {"b.html", "b"}});
  }
  void build(const std::map<std::string, std::string>& files) {
    NextTree tree(disk, "site");
    for (const auto& [path, bytes] : files) REQUIRE(tree.write(path, bytes));
    written = tree.written();
    REQUIRE(tree.finish());
    changes = tree.changes();
  }
  std::map<std::string, std::string> live() const {
    std::map<std::string, std::string> files;
    for (const auto& [path, bytes] : disk.tree)
      if (path.starts_with("site/") && path != "site/manifest.json") files[path.substr(5)] = bytes;
    return files;
  }
};

using Files = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("a build that changes nothing writes nothing where a spare tree stands") {
  Built built;
  built.build({{"a/index.html", "a"}, {"b.html", "b"}});
  CHECK(built.written == 0);
  CHECK(built.live() == Files{{"a/index.html", "a"}, {"b.html", "b"}});
}

TEST_CASE("all of a built site is on the medium before it is exchanged") {
  Built built;
  built.disk.steps.clear();
  built.build({{"a/index.html", "a"}});
  CHECK(built.disk.steps == std::vector<std::string>{"sync .site.next", "exchange site"});
}

TEST_CASE("nobody can rely on the spare tree any more before some of it is written over") {
  Built built;
  built.disk.steps.clear();
  built.build({{"a/index.html", "A"}, {"b.html", "B"}});
  CHECK(built.disk.steps ==
        std::vector<std::string>{"sync .site.next", "sync .site.next", "exchange site"});
  CHECK(built.live() == Files{{"a/index.html", "A"}, {"b.html", "B"}});
}

TEST_CASE("changes are told against the site that stood, not against the one before it") {
  Built built;
  built.build({{"a/index.html", "A"}, {"c.html", "c"}});
  CHECK(built.changes.added == 1);
  CHECK(built.changes.changed == 1);
  CHECK(built.changes.removed == 1);
  built.build({{"a/index.html", "A"}, {"c.html", "c"}});
  CHECK(built.written == 1);  // c.html is that of the live site
  CHECK(built.changes.added + built.changes.changed + built.changes.removed == 0);
}

TEST_CASE("only what differs from the spare tree is written") {
  Built built;
  built.build({{"a/index.html", "a"}, {"b.html", "new"}});
  CHECK(built.written == 1);
  CHECK(built.live() == Files{{"a/index.html", "a"}, {"b.html", "new"}});
}

TEST_CASE("what the new site does not have goes from the spare tree") {
  Built built;
  built.build({{"b.html", "b"}});
  CHECK(built.live() == Files{{"b.html", "b"}});
}

TEST_CASE("a page may become a folder, and a folder a page") {
  Built built;
  const Files turned = {{"a", "page"}, {"b.html/index.html", "folder"}};
  built.build(turned);
  CHECK(built.live() == turned);
}

TEST_CASE("a spare tree of a killed build, which has no manifest, is not relied on") {
  Built built;
  built.disk.tree.erase(".site.next/manifest.json");
  built.disk.tree[".site.next/b.html"] = "?";
  built.build({{"b.html", "b"}});
  CHECK(built.live() == Files{{"b.html", "b"}});
}

TEST_CASE("a file in the spare tree that its manifest does not know goes") {
  Built built;
  built.disk.tree[".site.next/strange.html"] = "x";
  built.build({{"a/index.html", "a"}, {"b.html", "b"}});
  CHECK(built.live() == Files{{"a/index.html", "a"}, {"b.html", "b"}});
}

TEST_CASE("a file in the spare tree of another size than its manifest says is not relied on") {
  Built built;
  built.disk.tree[".site.next/b.html"] = "edited";
  built.build({{"a/index.html", "a"}, {"b.html", "b"}});
  CHECK(built.live() == Files{{"a/index.html", "a"}, {"b.html", "b"}});
}

TEST_CASE("a build that fails takes the spare tree with it and leaves the site") {
  Built built;
  const Files before = built.live();
  { CHECK(NextTree(built.disk, "site").write("b.html", "new")); }
  CHECK(built.live() == before);
  CHECK_FALSE(built.disk.exists(".site.next"));
}
