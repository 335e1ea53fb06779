#include "platform/http/chunked.h"

#include <gtest/gtest.h>

namespace callwright::http {
namespace {

constexpr std::size_t bytes_max = 64;
using Progress = ChunkedDecoder::Progress;

struct Outcome {
  Progress progress;
  std::string body;
  std::string rest;
};

// Bytes that come in pieces of a size, as a connection hands them on.
Outcome decode(std::string_view bytes, std::size_t piece) {
  ChunkedDecoder decoder(bytes_max);
  Outcome outcome{Progress::More, "", ""};
  for (std::size_t at = 0; at < bytes.size() && outcome.progress == Progress::More; at += piece) {
    outcome.rest += bytes.substr(at, piece);
    std::size_t used = 0;
    outcome.progress = decoder.advance(outcome.rest, used, outcome.body);
    outcome.rest.erase(0, used);
  }
  return outcome;
}

TEST(ChunkedDecoder, takes_a_body_apart_however_it_is_cut) {
  const std::string bytes =
      "5\r\nhello\r\n1;a;b=c;d=\"e \\\"f\\\"\"\r\n \r\n00a\r\n0123456789\r\n000\r\nTrailer: "
      "x\r\n\r\nGET";
  for (std::size_t piece = 1; piece <= bytes.size() - 3; ++piece) {
    const Outcome outcome = decode(bytes.substr(0, bytes.size() - 3), piece);
    EXPECT_EQ(outcome.progress, Progress::Done) << piece;
    EXPECT_EQ(outcome.body, "hello 0123456789") << piece;
  }
  EXPECT_EQ(decode(bytes, bytes.size()).rest, "GET");
}

TEST(ChunkedDecoder, refuses_what_another_reader_may_cut_differently) {
  for (const std::string_view bytes : {"5 \r\nhello\r\n",
                                       "5\nhello\r\n",
                                       "5\r\r\nhello\r\n",
                                       "5\r;a\r\n",
                                       "fffffffffffffffffffffff\r\r\n",
                                       "0x5\r\nhello\r\n",
                                       "-5\r\n",
                                       "+5\r\n",
                                       "\r\n",
                                       "g\r\n",
                                       "5;\r\nhello\r\n",
                                       "5;a=\r\n",
                                       "5;a=\"b\r\n",
                                       "5; a\r\n",
                                       "5 a\r\n",
                                       "5\r\nhello0\r\n",
                                       "5\r\nhelloX",
                                       "5\r\nhello\n0\r\n",
                                       "0\r\nbad trailer\r\n\r\n",
                                       "0\r\nA : b\r\n\r\n",
                                       "0\r\n folded\r\n\r\n"}) {
    EXPECT_EQ(decode(bytes, bytes.size()).progress, Progress::Malformed) << bytes;
  }
}

TEST(ChunkedDecoder, refuses_endless_extensions_and_trailers) {
  EXPECT_EQ(decode("1;" + std::string(300, 'a'), 100).progress, Progress::Malformed);
  std::string trailers = "0\r\n";
  for (int i = 0; i < 500; ++i) trailers += "A: 0123456789\r\n";
  EXPECT_EQ(decode(trailers, 100).progress, Progress::Malformed);
}

TEST(ChunkedDecoder, stops_at_the_limit_before_the_data_comes) {
  EXPECT_EQ(decode("40\r\n" + std::string(64, 'a') + "\r\n0\r\n\r\n", 1000).progress,
            Progress::Done);
  EXPECT_EQ(decode("41\r\n", 1000).progress, Progress::TooLarge);
  EXPECT_EQ(decode("3f\r\n" + std::string(63, 'a') + "\r\n2\r\n", 1000).progress,
            Progress::TooLarge);
  EXPECT_EQ(decode("fffffffffffffffffffffff\r\n", 1000).progress, Progress::TooLarge);
  EXPECT_EQ(decode("ffffffffffffffff\r\n", 1000).progress, Progress::TooLarge);
}

}  // namespace
}  // namespace callwright::http
