/**
 * Source files of programming languages as trees and values, read with tree-sitter grammars and
 * never run. What a framework means by them is the framework's own package.
 */
package dev.concertina.syntax;
