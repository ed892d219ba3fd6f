using System.Text;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>Removes the spaces that tables leave at the ends of lines.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        inner.WriteLine(_line.ToString().TrimEnd());
        _line.Clear();
    }

    public override void Flush() => inner.Flush();
}
