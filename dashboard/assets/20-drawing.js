// Shows a drawing that the server made (SVG in words of this page's own fonts and colours).
(function () {
  window.drawing = { Drawing: function (props) {
    return window.React.createElement(props.inline ? 'span' : 'div', {
      id: props.id, className: props.className, dangerouslySetInnerHTML: { __html: props.svg || '' } });
  } };
  window.drawing.Drawing.defaultProps = {};
})();
