namespace CxoneAssist.Domain.Written;

/// <summary>Goes through a short text from left to right, without allocating.</summary>
internal ref struct TextScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly char Next => _rest.IsEmpty ? '\0' : _rest[0];

    /// <summary>Reads a whole number of at most four digits; how many there were, 0 where none.</summary>
    public int ReadNumber(out int number)
    {
        number = 0;
        var digits = 0;
        for (; digits < _rest.Length && char.IsAsciiDigit(_rest[digits]); digits++)
        {
            number = digits < 4 ? (number * 10) + (_rest[digits] - '0') : number;
        }

        _rest = _rest[digits..];
        return digits <= 4 ? digits : 0;
    }

    /// <summary>Reads letters of ASCII; none where the next character is another.</summary>
    public ReadOnlySpan<char> ReadWord()
    {
        var length = 0;
        while (length < _rest.Length && char.IsAsciiLetter(_rest[length]))
        {
            length++;
        }

        var word = _rest[..length];
        _rest = _rest[length..];
        return word;
    }

    /// <summary>Skips a character, where it is the next one.</summary>
    public bool Skip(char letter)
    {
        var isNext = Next == letter && !IsAtEnd;
        _rest = isNext ? _rest[1..] : _rest;
        return isNext;
    }

    /// <summary>Skips a text, in either case of letters.</summary>
    public bool Skip(string word)
    {
        var isNext = _rest.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        _rest = isNext ? _rest[word.Length..] : _rest;
        return isNext;
    }

    /// <summary>Skips spaces of any width: some programs write a narrow one before AM and PM.</summary>
    public bool SkipBlanks()
    {
        var length = _rest.Length;
        _rest = _rest.TrimStart();
        return _rest.Length < length;
    }
}
