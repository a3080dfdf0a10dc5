# hint: no child was started
print("exit code: 7")
