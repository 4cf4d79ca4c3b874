#pragma once

#include <expat.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/xml_names.h"

namespace yokoten {

/// Which prefix means which namespace at some place of a document.
class XmlPrefixes {
 public:
  XmlPrefixes();

  /// Takes up what an element at `depth` declares. False when there are too many, which would make
  /// every name slow to look up.
  bool declare(const char** attributes, std::size_t depth);
  /// Forgets what elements at `depth` declared.
  void leave(std::size_t depth);
  /// The name of an element; an attribute without a prefix has none of its namespace.
  XmlName name_of(const char* qualified) const;

 private:
  struct Declaration {
    std::string prefix;
    XmlSpace space;
    std::size_t depth;
  };
  XmlSpace space_of(std::string_view prefix) const;

  std::vector<Declaration> declarations_;
  XmlSpace without_prefix_ = XmlSpace::none;
};

/// The attributes of an element; lives as long as the call that hands it on.
class XmlAttributes {
 public:
  XmlAttributes(const char** list, const XmlPrefixes& prefixes)
      : list_(list), prefixes_(prefixes) {}

  /// The value of an attribute without a prefix.
  std::optional<std::string_view> find(std::string_view name) const;
  /// The value of one that has a prefix.
  std::optional<std::string_view> find(XmlSpace space, std::string_view local) const;
  /// Name, value, name, value, …, nullptr; for a reader in haste.
  const char** list() const { return list_; }

 private:
  const char** list_;
  const XmlPrefixes& prefixes_;
};

/// Is told what stands in a document, in its order.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlName& name, const XmlAttributes& attributes) = 0;
  /// The element that started last and has not ended.
  virtual void end() = 0;
  virtual void text(std::string_view part) = 0;
  /// Whether the rest of the document is of no use.
  bool stopped() const { return stopped_; }

 protected:
  void stop() { stopped_ = true; }

 private:
  bool stopped_ = false;
};

/// Reads one XML document that comes in pieces. Refuses a DOCTYPE, too deep nesting, too long tags,
/// more than 256 namespaces in one place.
class XmlReader {
 public:
  enum class Fault { none, malformed, doctype, depth, tag, namespaces };

  XmlReader(XmlHandler& handler, std::size_t most_depth, std::size_t most_tag);

  /// Room for the next `size` bytes; nullptr when there is no memory.
  char* room(std::size_t size);
  /// Reads `size` bytes that were put there. False when nothing more is to be read.
  bool take(std::size_t size, bool last);
  Fault fault() const { return fault_; }
  /// Where reading ended, both from 1.
  int line() const;
  int column() const;
  std::string reason() const;

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  static void on_start(void* reader, const char* name, const char** attributes);
  static void on_end(void* reader, const char*);
  static void on_text(void* reader, const char* text, int size);
  static void on_doctype(void* reader, const char*, const char*, const char*, int);
  void stop_with(Fault fault);

  XmlHandler& handler_;
  std::size_t most_depth_, most_tag_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  XmlPrefixes prefixes_;
  Fault fault_ = Fault::none;
  std::size_t depth_ = 0;
  std::size_t taken_ = 0;
};

}  // namespace yokoten
