#include <doctest/doctest.h>

#include "pull/inside.h"

using namespace yokoten;

TEST_CASE("addresses of the public internet are public") {
  for (const char* text : {"8.8.8.8", "172.32.0.1", "172.15.255.255", "192.169.0.1", "100.128.0.1",
                           "223.255.255.255", "2001:4860:4860::8888", "[2400:cb00::1]",
                           "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"})
    CHECK_MESSAGE(is_public_text(text), text);
}

TEST_CASE("addresses inside are not public") {
  for (const char* text :
       {"0.0.0.0",   "0.1.2.3",         "10.0.0.1",        "100.64.0.1",   "127.0.0.1",
        "127.8.8.8", "169.254.169.254", "172.16.0.1",      "172.31.0.1",   "192.168.1.1",
        "192.0.0.8", "192.0.2.1",       "198.18.0.1",      "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "240.0.0.1",       "255.255.255.255", "::",           "::1",
        "fe80::1",   "fe80::1%eth0",    "fec0::1",         "fc00::1",      "fd12:3456::1",
        "ff02::1",   "2001:db8::1",     "2001::1",         "3fff::1",      "100::1"})
    CHECK_FALSE_MESSAGE(is_public_text(text), text);
}

TEST_CASE("an inside IPv4 address within an IPv6 one is not public") {
  for (const char* text : {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1",
                           "64:ff9b::10.0.0.1", "2002:7f00:1::1", "2002:c0a8:101::"})
    CHECK_FALSE_MESSAGE(is_public_text(text), text);
}

TEST_CASE("what is no address is not public") {
  for (const char* text : {"", "example.jp", "1.2.3", "0x7f.1", "1.2.3.4.5"})
    CHECK_FALSE_MESSAGE(is_public_text(text), text);
}

TEST_CASE("names that only a network inside knows are told") {
  for (const char* name :
       {"localhost", "localhost.", "intra", "a.localhost", "printer.local", "db.internal",
        "files.pref.lan", "nas.home.arpa", "127.0.0.1.", "8.8.8.8.", "256.1.1.1", "a.1"})
    CHECK_MESSAGE(is_inside_name(name), name);
  for (const char* name : {"example.jp", "www.mhlw.go.jp", "localhost.example.jp", "local.jp",
                           "example.jp.", "1.example.jp", "a.b1"})
    CHECK_FALSE_MESSAGE(is_inside_name(name), name);
}
